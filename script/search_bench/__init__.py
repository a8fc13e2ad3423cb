"""The parts of script/bench-search."""
