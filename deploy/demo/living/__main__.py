"""`python -m deploy.demo.living`: plays the history of a data folder. `up` starts it, nobody else."""

import argparse
import sys
from pathlib import Path

from deploy.demo.living.player import main

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="deploy.demo.living")
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--part")
    parser.add_argument("--began", type=float, default=0.0)
    given = parser.parse_args()
    sys.exit(main(given.data_dir, given.part, given.began))
