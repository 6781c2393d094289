"""What a machine carries installed, read as repositories of the version that runs there.

What the places of each way of installing look like is data, ``queries/installed.yaml``. Folders are listed and files
are read; nothing of a package is run or imported.
"""
