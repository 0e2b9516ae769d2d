package Shop::Migration;

# Prices were a REAL in euros ('price') and become whole cents ('price_cents'), without a moment in which one of the two
# versions that run side by side cannot work. Both halves may run twice.
#   expand    creates what is missing, adds 'price_cents', fills it, and keeps both columns in step by triggers
#   contract  drops the triggers and 'price', when nothing that reads it can come back

use strict;
use warnings;

my @TABLES = (
    'CREATE TABLE IF NOT EXISTS products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL NOT NULL)',
    'CREATE TABLE IF NOT EXISTS cart_lines (cart TEXT NOT NULL, product INTEGER NOT NULL REFERENCES products, quantity INTEGER NOT NULL, PRIMARY KEY (cart, product))',
    'CREATE TABLE IF NOT EXISTS health (host TEXT PRIMARY KEY, checked INTEGER NOT NULL)',
);

my @PRODUCTS = (['Pelikan fountain pen', 24.90], ['Notebook, squared', 4.50], ['Ink, blue', 5.20], ['Ink, green', 5.20], ['Pencil & sharpener', 3.10]);

sub expand {
    my ($handle) = @_;
    $handle->do('PRAGMA journal_mode = WAL');
    _in_transaction($handle, sub {
        $handle->do($_) for @TABLES;
        _seed($handle) if !_has_column($handle, 'price_cents') && !$handle->selectrow_array('SELECT 1 FROM products LIMIT 1');
        return if _has_column($handle, 'price_cents');
        $handle->do('ALTER TABLE products ADD COLUMN price_cents INTEGER');
        $handle->do('UPDATE products SET price_cents = CAST(round(price * 100) AS INTEGER)');
        $handle->do('CREATE TRIGGER price_inserted AFTER INSERT ON products WHEN NEW.price_cents IS NULL BEGIN'
            . ' UPDATE products SET price_cents = CAST(round(NEW.price * 100) AS INTEGER) WHERE id = NEW.id; END');
        $handle->do('CREATE TRIGGER price_updated AFTER UPDATE OF price ON products BEGIN'
            . ' UPDATE products SET price_cents = CAST(round(NEW.price * 100) AS INTEGER) WHERE id = NEW.id; END');
    });
    return;
}

sub contract {
    my ($handle) = @_;
    _in_transaction($handle, sub {
        return if !_has_column($handle, 'price');
        _has_column($handle, 'price_cents') or die "contract before expand: 'price_cents' is not there; run bin/migrate expand first\n";
        $handle->do("DROP TRIGGER IF EXISTS $_") for qw(price_inserted price_updated);
        $handle->do('ALTER TABLE products DROP COLUMN price');
    });
    return;
}

sub _seed {
    my ($handle) = @_;
    $handle->do('INSERT INTO products (name, price) VALUES (?, ?)', undef, @$_) for @PRODUCTS;
    return;
}

sub _has_column {
    my ($handle, $column) = @_;
    return scalar $handle->selectrow_array("SELECT 1 FROM pragma_table_info('products') WHERE name = ?", undef, $column);
}

# IMMEDIATE: two migrations at once come one after the other, and the second finds nothing left to do.
sub _in_transaction {
    my ($handle, $work) = @_;
    $handle->do('BEGIN IMMEDIATE');
    if (!eval { $work->(); 1 }) {
        my $why = $@;
        $handle->do('ROLLBACK');
        die $why;
    }
    $handle->do('COMMIT');
    return;
}

1;
