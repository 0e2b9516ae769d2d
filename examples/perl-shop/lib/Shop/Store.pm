package Shop::Store;

# The shop's data in SQLite. Both colours use the same file, so every query works before, between and after the two
# halves of the migration (Shop::Migration): prices are in 'price_cents' once it is there, else in 'price'.

use strict;
use warnings;
use DBI;

sub new {
    my ($class, $file) = @_;
    return bless {file => $file}, $class;
}

# Each worker process opens its own handle at its first query: SQLite handles do not survive a fork. Nor do they notice that
# somebody took the file away, or put another one in its place.
sub handle {
    my ($self) = @_;
    my $inode = (stat $self->{file})[1] // die "the database $self->{file} is not there; run bin/migrate expand\n";
    if (!$self->{handle} || $self->{pid} != $$ || $self->{inode} != $inode) {
        $self->{inode}  = $inode;
        $self->{handle} = connect_to($self->{file});
        $self->{pid}    = $$;
    }
    return $self->{handle};
}

sub connect_to {
    my ($file) = @_;
    my $handle = DBI->connect("dbi:SQLite:dbname=$file", '', '', {RaiseError => 1, PrintError => 0, AutoCommit => 1});
    $handle->sqlite_busy_timeout(5000);
    $handle->do('PRAGMA synchronous = NORMAL');
    return $handle;
}

# What keeps the store from being read and written, or undef.
sub trouble {
    my ($self, $host) = @_;
    my $done = eval {
        my $handle = $self->handle;
        my $now    = time;
        $handle->do('INSERT INTO health (host, checked) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET checked = excluded.checked', undef, $host, $now);
        my ($read) = $handle->selectrow_array('SELECT checked FROM health WHERE host = ?', undef, $host);
        # Two workers of a host may check at the same time: not older is right.
        defined $read && $read >= $now or die "wrote $now, read " . ($read // 'nothing') . "\n";
        1;
    };
    return $done ? undef : ($@ || 'unknown');
}

sub products {
    my ($self) = @_;
    return $self->_rows("SELECT id, name, @{[$self->_cents]} AS cents FROM products ORDER BY id");
}

sub product {
    my ($self, $id) = @_;
    return $self->_rows("SELECT id, name, @{[$self->_cents]} AS cents FROM products WHERE id = ?", $id)->[0];
}

sub add_to_cart {
    my ($self, $cart, $product) = @_;
    $self->handle->do('INSERT INTO cart_lines (cart, product, quantity) VALUES (?, ?, 1)'
        . ' ON CONFLICT (cart, product) DO UPDATE SET quantity = quantity + 1', undef, $cart, $product);
    return;
}

sub cart {
    my ($self, $cart) = @_;
    return $self->_rows("SELECT quantity, name, @{[$self->_cents]} AS cents FROM cart_lines JOIN products ON products.id = product WHERE cart = ? ORDER BY product", $cart);
}

sub _rows {
    my ($self, $query, @values) = @_;
    return $self->handle->selectall_arrayref($query, {Slice => {}}, @values);
}

# Asked each time: a migration may run while this version serves.
sub _cents {
    my ($self) = @_;
    my ($there) = $self->handle->selectrow_array("SELECT 1 FROM pragma_table_info('products') WHERE name = 'price_cents'");
    return $there ? 'price_cents' : 'CAST(round(price * 100) AS INTEGER)';
}

1;
