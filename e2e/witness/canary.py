"""The witness outside the program: every packet of a network of its own, as one JSON line each.

Run as root of a network namespace whose only device is `lo` and whose default route ends there. It
answers every DNS question with an address of the documentation range and accepts what is sent to the
usual ports, so that a program which asks gets far enough to show what it wants.
usage: canary.py <file of records>
"""

import json
import socket
import struct
import sys
import threading

ANSWER = socket.inet_aton("203.0.113.200")


def question_name(query):
    """Name in a DNS question, or '' for what is none."""
    labels, at = [], 12
    while at < len(query) and query[at] != 0:
        labels.append(query[at + 1 : at + 1 + query[at]].decode("latin-1"))
        at += 1 + query[at]
    return ".".join(labels)


def serve_dns():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("0.0.0.0", 53))
    while True:
        query, client = server.recvfrom(4096)
        end = query.find(b"\0", 12) + 5
        kind = query[end - 4 : end - 2]
        has_answer = kind == b"\0\x01"
        head = query[:2] + b"\x81\x80\0\x01" + (b"\0\x01" if has_answer else b"\0\0") + b"\0\0\0\0"
        record = b"\xc0\x0c\0\x01\0\x01\0\0\0\x3c\0\x04" + ANSWER
        server.sendto(head + query[12:end] + (record if has_answer else b""), client)


def accept_on(port):
    server = socket.create_server(("0.0.0.0", port), backlog=64)
    while True:
        connection, _ = server.accept()
        connection.close()


def packet_of(frame):
    """What a packet is, or None for what stays inside: loopback, and answers to what was asked."""
    version = frame[0] >> 4
    if version == 4:
        kind, target, rest = frame[9], socket.inet_ntoa(frame[16:20]), frame[(frame[0] & 15) * 4 :]
    elif version == 6:
        kind, rest = frame[6], frame[40:]
        target = socket.inet_ntop(socket.AF_INET6, frame[24:40])
    else:
        return None
    if kind == 6 and len(rest) >= 14:
        # The first packet of a connection only: the others say nothing new.
        if rest[13] & 0x12 != 0x02:
            return None
        protocol = "tcp"
    elif kind == 17 and len(rest) >= 8:
        protocol = "udp"
    else:
        return None
    from_port, port = struct.unpack("!HH", rest[:4])
    if protocol == "udp" and from_port == 53:
        return None
    is_dns = protocol == "udp" and port == 53
    is_inside = target.startswith("127.") or target == "::1"
    if is_inside and not is_dns:
        return None
    return {
        "protocol": protocol,
        "address": target,
        "port": port,
        "name": question_name(rest[8:]) if is_dns else "",
    }


def main(path):
    sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.ntohs(3))
    threading.Thread(target=serve_dns, daemon=True).start()
    for port in (80, 443, 853, 3478):
        threading.Thread(target=accept_on, args=(port,), daemon=True).start()
    with open(path, "a", encoding="utf-8", buffering=1) as records:
        print("watching", flush=True)
        while True:
            frame, (_, _, direction, *_) = sniffer.recvfrom(65535)
            # On lo each packet is seen twice, going out and coming in.
            packet = packet_of(frame) if direction == socket.PACKET_OUTGOING else None
            if packet is not None:
                records.write(json.dumps(packet) + "\n")


main(sys.argv[1])
