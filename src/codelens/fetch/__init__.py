"""From the manifest to blobs: which repositories there are, their mirrors, and the source files at a revision.

The only user of pygit2. Nothing that a repository holds is written to the disk as a file, and nothing of it is run.
"""
