#!/bin/sh
# The demo: from the articles in examples/ to answers, a picture and Turtle. Run by `make demo`.
set -eu
KG=${KG:-kg}
out=$1
rm -rf "$out"
mkdir -p "$out"
store=$out/store
COLUMNS=${COLUMNS:-150}
export COLUMNS

bold= plain=
if [ -t 1 ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); fi
say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

say "Building a graph from examples/articles"
"$KG" build examples/articles --store "$store"

say "The career of one official, across articles:  kg query career -p called=Iremadze"
"$KG" query career -p called=Iremadze --format table --store "$store"

say "Who met whom since 2021:  kg query who-met-whom -p since=2021"
"$KG" query who-met-whom -p since=2021 --format table --store "$store"

say "What is only claimed, and by whom:  kg query claims"
"$KG" query claims --format table --store "$store"

"$KG" view --store "$store" --output "$out/graph.html" --title "Examples" >/dev/null
"$KG" export --store "$store" --output "$out/graph.ttl"

say "Look"
cat <<END
  $out/graph.html   the interactive graph: open it in a browser, click a node for its sentences
  $out/graph.ttl    the same as Turtle, for other tools

Try next (put .venv/bin on your PATH, or write .venv/bin/kg):
  kg query --list
  kg query posts-of-state -p state=GE -p on=2020 --store $store
  kg query about -p called=Solheim --store $store
  kg extract examples/articles/seoul-exercise-2022.txt
  kg build YOUR-ARTICLES/ --store my-store
END
