package Shop::Fault;

# Faults that an artifact is built with on purpose (bin/pack --fault), to show and test what a release does about them.

use strict;
use warnings;
use Time::HiRes qw(sleep);

# Requests that each worker answers well before 'errors' begins, and which share of those after it fail: one in three.
use constant GOOD_REQUESTS => 10;
use constant FAILING_ONE_IN => 3;

# Longer than a page takes by more than five times, short enough that a demo goes on.
use constant SLOW_SECONDS => 0.15;

use constant KNOWN => qw(none health smoke errors slow crash-later hang hook);

# Seconds from the start to the end of 'crash-later'; 'crash-later:20' says another number.
use constant CRASH_SECONDS => 120;

# Reads the FAULT file of a release; without one there is no fault.
sub of_release {
    my ($class, $release) = @_;
    open my $in, '<', "$release/FAULT" or return $class->new('none');
    my $line = <$in> // '';
    $line =~ s/\s+\z//;
    return $class->new($line);
}

sub new {
    my ($class, $text) = @_;
    my ($name, $seconds) = split /:/, $text, 2;
    (grep { $name eq $_ } KNOWN) && ($seconds // 1) =~ /^\d{1,6}$/ or die "FAULT is '$text'; known are: @{[KNOWN]}\n";
    return bless {name => $name, seconds => $seconds // CRASH_SECONDS, requests => 0}, $class;
}

# Seconds after which the whole server ends without a word, or undef.
sub crashes_after { return $_[0]{name} eq 'crash-later' ? $_[0]{seconds} : undef }

sub health_fails { return $_[0]{name} eq 'health' }
sub hides_version { return $_[0]{name} eq 'smoke' }

# Called before each real request (never for /health); the status to fail with, or undef.
sub before_answer {
    my ($self) = @_;
    my $requests = ++$self->{requests};
    sleep SLOW_SECONDS if $self->{name} eq 'slow';
    return 500 if $self->{name} eq 'errors' && $requests > GOOD_REQUESTS && $requests % FAILING_ONE_IN == 0;
    return undef;
}

1;
