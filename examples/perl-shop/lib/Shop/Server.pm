package Shop::Server;

# Starman whose SIGTERM is graceful. Starman 0.4016 lets its workers finish at SIGQUIT only, while service managers send SIGTERM;
# and a worker that is still reading its request loses it even then, because the parent's SIGHUP interrupts the read.

use strict;
use warnings;
use parent 'Starman::Server';
use Net::Server::SIG qw(register_sig);
use POSIX qw(SIGHUP SIG_BLOCK SIG_UNBLOCK sigprocmask);

# Net::Server::PreFork calls this last, after it has set its own handlers.
sub register_sig_pass {
    my ($self) = @_;
    $self->SUPER::register_sig_pass;
    register_sig(map { $_ => sub { $self->server_close(1) } } qw(TERM INT));
    return;
}

# Called by the parent about once a second.
sub idle_loop_hook {
    my ($self) = @_;
    my $seconds = $self->{crashes_after} // return;
    $self->{started} //= time;
    kill KILL => keys %{$self->{server}{children}}, $$ if time - $self->{started} >= $seconds;
    return;
}

# The port is given up first, for the workers' copies of the socket, too: nobody is accepted whom no worker will serve.
sub server_close {
    my ($self, $graceful) = @_;
    if ($graceful) {
        shutdown($_, 2), $_->close for @{$self->{server}{sock} || []};
    }
    return $self->SUPER::server_close($graceful);
}

# In a worker: the parent's wish to end (SIGHUP) is heard between two connections.
sub run_client_connection {
    my ($self) = @_;
    my $hup = POSIX::SigSet->new(SIGHUP);
    sigprocmask(SIG_BLOCK, $hup);
    my $done = eval { $self->SUPER::run_client_connection; 1 };
    my $why  = $@;
    sigprocmask(SIG_UNBLOCK, $hup);
    die $why if !$done;
    return;
}

1;
