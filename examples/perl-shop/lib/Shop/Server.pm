package Shop::Server;

# Starman whose SIGTERM is graceful, too. Starman 0.4016 finishes what its workers have begun at SIGQUIT only; at SIGTERM it
# kills them, and service managers send SIGTERM.

use strict;
use warnings;
use parent 'Starman::Server';
use Net::Server::SIG qw(register_sig);

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

# The port is given up first: nobody is accepted whom no worker will serve.
sub server_close {
    my ($self, $graceful) = @_;
    if ($graceful) {
        $_->close for @{$self->{server}{sock} || []};
    }
    return $self->SUPER::server_close($graceful);
}

1;
