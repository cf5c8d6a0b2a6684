"""One file per errand. Only here is policy asked, a change decided, stored, recorded and told."""
