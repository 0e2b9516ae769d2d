package Shop::Page;

# The shop's pages. Everything that did not come from here is escaped.

use strict;
use warnings;

sub list {
    my ($version, $products) = @_;
    my $rows = join '', map { sprintf qq(<li><a href="/product/%d">%s</a> %s</li>\n), $_->{id}, _text($_->{name}), _euro($_->{cents}) } @$products;
    return _page($version, 'Shop', "<ul>\n$rows</ul>\n");
}

sub product {
    my ($version, $product) = @_;
    my $form = sprintf qq(<form method="post" action="/cart"><input type="hidden" name="product" value="%d"><button>Put into the cart</button></form>\n),
        $product->{id};
    return _page($version, $product->{name}, '<p>' . _euro($product->{cents}) . "</p>\n$form");
}

sub cart {
    my ($version, $lines) = @_;
    my $sum = 0;
    $sum += $_->{cents} * $_->{quantity} for @$lines;
    my $rows = join '', map { sprintf "<li>%d × %s %s</li>\n", $_->{quantity}, _text($_->{name}), _euro($_->{cents}) } @$lines;
    return _page($version, 'Cart', "<ul>\n$rows</ul>\n<p>Sum: " . _euro($sum) . "</p>\n");
}

sub _page {
    my ($version, $title, $content) = @_;
    my $heading = _text($title);
    my $shown   = $version eq '' ? '' : 'v' . _text($version);
    return qq(<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>$heading</title></head>\n)
        . qq(<body><h1>$heading</h1>\n$content<footer><a href="/">Shop</a> <a href="/cart">Cart</a> $shown</footer></body></html>\n);
}

sub _euro { return sprintf '%d.%02d EUR', int($_[0] / 100), $_[0] % 100 }

sub _text {
    my ($text) = @_;
    my %entities = ('&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;', "'" => '&#39;');
    $text =~ s/([&<>"'])/$entities{$1}/g;
    return $text;
}

1;
