#!/bin/sh
# From the reference data to the files that ship: make.sh DATA PYTHON_WITH_TORCH OUT; BASE is the folder of the base weights.
set -e
here=$(dirname "$0")
python "$here/prepare.py" "$1" "$BASE" "$3/corpora.pickle"
"$2" "$here/train.py" "$3/corpora.pickle" "$BASE" "$3/reader.pt" --steps "${STEPS:-1600}" --pieces 1024
"$2" "$here/export.py" "$3/reader.pt" "$BASE" "$3/reader"
