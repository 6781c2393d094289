"""Names under which one language defines what another one calls."""
