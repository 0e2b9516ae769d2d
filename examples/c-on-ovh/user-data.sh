#!/bin/sh
# What a new instance needs before its first release. cloud-init runs it once, as root.
set -eu
id c-service >/dev/null 2>&1 || useradd --system --home /srv/c-service c-service
id deploy >/dev/null 2>&1 || useradd --create-home --shell /bin/sh deploy
install -d -o deploy -g deploy /srv/c-service
install -d -o c-service -g c-service /srv/c-service/run /srv/c-service/log
printf 'PORT=8080\nADDRESS=0.0.0.0\n' > /srv/c-service/site.env
# the unit comes with each version; from the first one on it starts after a reboot
mkdir -p /etc/systemd/system/multi-user.target.wants
ln -sf /etc/systemd/system/c-service.service /etc/systemd/system/multi-user.target.wants/c-service.service
# what the hooks of bluegreen.yaml call. Who may install a unit may do everything, so deploy's key is a key to the machine
cat > /etc/sudoers.d/c-service <<'RULES'
deploy ALL=(root) NOPASSWD: /usr/bin/install -m 644 c-service.service /etc/systemd/system/c-service.service, /usr/bin/systemctl daemon-reload, /usr/bin/systemctl start c-service, /usr/bin/systemctl stop c-service
RULES
chmod 440 /etc/sudoers.d/c-service
# the key that the instance was made with is deploy's, too
install -d -m 700 -o deploy -g deploy /home/deploy/.ssh
install -m 600 -o deploy -g deploy /home/debian/.ssh/authorized_keys /home/deploy/.ssh/authorized_keys
