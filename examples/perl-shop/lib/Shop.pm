package Shop;

# A small shop as a PSGI application: a list of products, a page for each, a cart, and a health check that uses the data store.

use strict;
use warnings;
use Plack::Request;
use Plack::Response;
use Sys::Hostname qw(hostname);
use Shop::Fault;
use Shop::Page;
use Shop::Store;

sub new {
    my ($class, %args) = @_;
    my $env = $args{env};
    return bless {
        version => _first_line("$args{release}/VERSION"),
        host    => $env->{BLUEGREEN_HOST} || hostname(),
        store   => Shop::Store->new($env->{SHOP_DATABASE} || "$args{release}/run/shop.sqlite"),
        fault   => Shop::Fault->of_release($args{release}),
    }, $class;
}

sub to_app {
    my ($self) = @_;
    return sub {
        my $request  = Plack::Request->new($_[0]);
        my $response = eval { $self->answer($request) } // $self->_failed($@);
        $response->header('X-Version' => $self->{version}, 'X-Host' => $self->{host});
        $response->content_length(length $response->body) unless ref $response->body;
        return $response->finalize;
    };
}

sub answer {
    my ($self, $request) = @_;
    my $path = $request->path_info;
    return $self->_health if $path eq '/health';
    if (my $broken = $self->{fault}->before_answer) {
        return $self->_plain($broken, "broken on purpose\n");
    }
    return $self->_list             if $path eq '/'     && $request->method =~ /^(?:GET|HEAD)$/;
    return $self->_add($request)    if $path eq '/cart' && $request->method eq 'POST';
    return $self->_cart($request)   if $path eq '/cart';
    return $self->_product($1)      if $path =~ m{^/product/(\d{1,9})$};
    return $self->_plain(404, "not found\n");
}

# Healthy means that the store can be read and written, which is what every order needs.
sub _health {
    my ($self) = @_;
    return $self->_plain(503, "broken on purpose\n") if $self->{fault}->health_fails;
    my $trouble = $self->{store}->trouble($self->{host});
    return $trouble ? $self->_plain(503, "store: $trouble\n") : $self->_plain(200, "ok\n");
}

sub _list {
    my ($self) = @_;
    return $self->_html(Shop::Page::list($self->_shown_version, $self->{store}->products));
}

sub _product {
    my ($self, $id) = @_;
    my $product = $self->{store}->product($id) or return $self->_plain(404, "no product $id\n");
    return $self->_html(Shop::Page::product($self->_shown_version, $product));
}

sub _add {
    my ($self, $request) = @_;
    my $id = $request->body_parameters->{product} // '';
    my $product = $id =~ /^\d{1,9}$/ && $self->{store}->product($id)
        or return $self->_plain(400, "The cart takes the id of a product in the field 'product'.\n");
    my $cart = $self->_cart_id($request) // sprintf '%08x%08x', rand(2**32), rand(2**32);
    $self->{store}->add_to_cart($cart, $id);
    my $response = $self->_html('', 303);
    $response->header(Location => '/cart', 'Set-Cookie' => "cart=$cart; Path=/; HttpOnly; SameSite=Lax");
    return $response;
}

sub _cart {
    my ($self, $request) = @_;
    my $cart = $self->_cart_id($request);
    return $self->_html(Shop::Page::cart($self->_shown_version, $cart ? $self->{store}->cart($cart) : []));
}

sub _cart_id {
    my ($self, $request) = @_;
    my $cart = $request->cookies->{cart} // '';
    return $cart =~ /^[0-9a-f]{16}$/ ? $cart : undef;
}

sub _shown_version {
    my ($self) = @_;
    return $self->{fault}->hides_version ? '' : $self->{version};
}

sub _html {
    my ($self, $body, $status) = @_;
    return Plack::Response->new($status // 200, ['Content-Type' => 'text/html; charset=utf-8'], $body);
}

sub _plain {
    my ($self, $status, $body) = @_;
    return Plack::Response->new($status, ['Content-Type' => 'text/plain; charset=utf-8'], $body);
}

sub _failed {
    my ($self, $why) = @_;
    warn "perl-shop: $why";
    return $self->_plain(500, "internal error\n");
}

sub _first_line {
    my ($file) = @_;
    open my $in, '<', $file or die "cannot read $file: $!\n";
    my $line = <$in> // '';
    $line =~ s/\s+\z//;
    return $line;
}

1;
