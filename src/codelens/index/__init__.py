"""occurrences -> shards. The only user of Whoosh."""
