"""Puts a harbor on a machine."""

import subprocess

TIMEOUT = 30


def deploy(host: str) -> None:
    subprocess.run(["scp", "harbor", f"{host}:/usr/bin/"], check=True, timeout=TIMEOUT)


if __name__ == "__main__":
    deploy("localhost")
