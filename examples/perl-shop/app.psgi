use strict;
use warnings;
use File::Basename qw(dirname);
use Cwd qw(abs_path);

my $release;
BEGIN { $release = dirname(abs_path(__FILE__)) }
use lib "$release/lib";
use Plack::Middleware::Head;
use Shop;

Plack::Middleware::Head->wrap(Shop->new(release => $release, env => \%ENV)->to_app);
