#!/bin/sh
# What a new instance needs before its first release. cloud-init runs it once, as root.
set -eu
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y starman libplack-perl libdbd-sqlite3-perl
id deploy >/dev/null 2>&1 || useradd --create-home --shell /bin/sh deploy
install -d -o deploy -g deploy /var/www/myapp
printf 'PORT=80\nADDRESS=0.0.0.0\nSHOP_DATABASE=/var/www/myapp/shop.db\n' > /var/www/myapp/site.env
# the key that the instance was made with is deploy's, too
install -d -m 700 -o deploy -g deploy /home/deploy/.ssh
install -m 600 -o deploy -g deploy /home/debian/.ssh/authorized_keys /home/deploy/.ssh/authorized_keys
# the port below 1024 without being root
echo 'net.ipv4.ip_unprivileged_port_start=80' > /etc/sysctl.d/80-shop.conf
sysctl --system >/dev/null
