#!/bin/sh
# What a new droplet of a colour needs before its first release. cloud-init runs it once, as root.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=300 update
apt-get -o DPkg::Lock::Timeout=300 install -y starman libplack-perl libdbd-sqlite3-perl
id deploy >/dev/null 2>&1 || useradd --create-home --shell /bin/sh deploy
install -d -o deploy -g deploy /opt/perl-shop
# only the load balancer and the other droplets of the VPC reach the application
address=$(curl -fsS http://169.254.169.254/metadata/v1/interfaces/private/0/ipv4/address)
printf 'PORT=8080\nADDRESS=%s\nSHOP_DATABASE=/opt/perl-shop/shop.db\n' "$address" > /opt/perl-shop/site.env
# the keys that the droplet was made with are deploy's, too
install -d -m 700 -o deploy -g deploy /home/deploy/.ssh
install -m 600 -o deploy -g deploy /root/.ssh/authorized_keys /home/deploy/.ssh/authorized_keys
