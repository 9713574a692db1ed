#!/bin/sh
# Writes the hash-pinned lock files. dev.txt first; the others take its versions, so that dev.txt
# holds all of runtime.txt. No host names: which index is asked is the business of each machine.
set -eu
cd "$(dirname "$0")/.."
lock() {
    name=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-emit-find-links --no-header "requirements/$name.in" "$@" -o "requirements/$name.txt"
    sed -i '/^$/d' "requirements/$name.txt"
}
lock dev
lock runtime -c requirements/dev.txt
lock bench -c requirements/dev.txt
lock node
lock uv
lock communes --no-deps
