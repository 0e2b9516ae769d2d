"""Debian's aws command line, loaded once: it takes a second to load. Each line of the input is a command as JSON (id, arguments, environment,
output, error) that a fork of this process runs, and that writes its id and exit code to the output when it has ended."""
import json
import os
import signal
import sys
import traceback

import awscli.clidriver


def redirect(path, descriptor, flags):
    opened = os.open(path, flags, 0o600)
    os.dup2(opened, descriptor)
    os.close(opened)


def run(command):
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    redirect(os.devnull, 0, os.O_RDONLY)
    redirect(command["output"], 1, os.O_WRONLY | os.O_CREAT)
    redirect(command["error"], 2, os.O_WRONLY | os.O_CREAT)
    os.environ.update(command["environment"])
    sys.argv = ["aws", *command["arguments"]]
    try:
        code = awscli.clidriver.main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code or 0


for name in ("PYTHONPATH", "AWS_SESSION_TOKEN"):
    os.environ.pop(name, None)
answers = os.dup(1)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
awscli.clidriver.create_clidriver()  # loads what every command needs
for line in sys.stdin.buffer:
    command = json.loads(line)
    if os.fork() == 0:
        code = run(command)
        os.write(answers, f"{command['id']} {code}\n".encode())
        os._exit(0)
