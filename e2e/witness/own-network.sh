#!/bin/sh
# usage: own-network.sh <record file> <command> [words…]
# Run as root of a new network namespace (`unshare -rn`): every address there is this machine, a canary
# writes down who asks for which, and the command runs as an ordinary user, with Chromium's sandbox.
set -e
here=$(dirname "$0")
records=$1
shift
ip link set lo up
# A card with an address: without one, calls between peers would not even try.
ip link add card type veth peer name wall
ip addr add 10.99.0.1/24 dev card
ip link set wall up
ip link set card up
ip route add local 0.0.0.0/0 dev lo
ip -6 route add local ::/0 dev lo 2>/dev/null || true
python3 "$here/canary.py" "$records" >"$records.started" &
canary=$!
trap 'kill $canary' EXIT
# On a crowded machine Python takes its time.
waited=0
while [ $waited -lt 100 ]; do
  waited=$((waited + 1))
  [ -s "$records.started" ] && break
  sleep 0.1
done
[ -s "$records.started" ] || { echo 'The canary did not start' >&2; exit 70; }
unshare -U --map-user=1000 --map-group=1000 "$@"
# A packet on its way is still written down.
sleep 0.2
