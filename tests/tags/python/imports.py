from __future__ import annotations
#    ^^^^^^^^^^ reference.import __future__
#                      ^^^^^^^^^^^ reference.import annotations

import os
#      ^^ reference.import os
import os.path, sys as system
#      ^^^^^^^ reference.import os.path
#         ^^^^ reference.name path
#               ^^^ reference.import sys
#                      ^^^^^^ reference.name system
import xml.etree.ElementTree as ET
#      ^^^^^^^^^^^^^^^^^^^^^ reference.import xml.etree.ElementTree
#          ^^^^^ reference.name etree
#                ^^^^^^^^^^^ reference.name ElementTree
#                               ^^ reference.name ET
from collections import OrderedDict, defaultdict as dd
#    ^^^^^^^^^^^ reference.import collections
#                       ^^^^^^^^^^^ reference.import OrderedDict
#                                    ^^^^^^^^^^^ reference.import defaultdict
#                                                   ^^ reference.name dd
from . import sibling
#             ^^^^^^^ reference.import sibling
from .module import function
#    ^^^^^^^ reference.import .module
#     ^^^^^^ reference.name module
#                   ^^^^^^^^ reference.import function
from ..package.module import (
#    ^^^^^^^^^^^^^^^^ reference.import ..package.module
#      ^^^^^^^ reference.name package
#              ^^^^^^ reference.name module
    first,
#   ^^^^^ reference.import first
    second as other,
#   ^^^^^^ reference.import second
#             ^^^^^ reference.name other
)
from wild.card import *
#    ^^^^^^^^^ reference.import wild.card
#         ^^^^ reference.name card

os.path.join(ET.parse(system.argv), dd())
# @0+2 reference.name os
#  ^^^^ reference.name path
#       ^^^^ reference.call join
#            ^^ reference.name ET
#               ^^^^^ reference.call parse
#                     ^^^^^^ reference.name system
#                            ^^^^ reference.name argv
#                                   ^^ reference.call dd
