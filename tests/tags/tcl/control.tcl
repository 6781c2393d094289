proc watch {buoy} {
#    ^^^^^ definition.function watch
#           ^^^^ reference.name buoy
    if {[flashes $buoy] > 3} { note $buoy } elseif {[dark $buoy]} { report $buoy } else { ignore }
#        ^^^^^^^ reference.call flashes
#                 ^^^^ reference.name buoy
#                              ^^^^ reference.call note
#                                    ^^^^ reference.name buoy
#                                                    ^^^^ reference.call dark
#                                                          ^^^^ reference.name buoy
#                                                                   ^^^^^^ reference.call report
#                                                                           ^^^^ reference.name buoy
#                                                                                         ^^^^^^ reference.call ignore
    while {[tide_rises]} { wait }
#           ^^^^^^^^^^ reference.call tide_rises
#                          ^^^^ reference.call wait
    for {set i 0} {$i < 3} {incr i} { sound $i }
#            ^ reference.name i
#                   ^ reference.name i
#                           ^^^^ reference.call incr
#                                ^ reference.name i
#                                     ^^^^^ reference.call sound
#                                            ^ reference.name i
    switch -exact -- $buoy {
#   ^^^^^^ reference.call switch
#                     ^^^^ reference.name buoy
        red { port }
#       ^^^ reference.name red
#             ^^^^ reference.call port
        green { starboard }
#       ^^^^^ reference.name green
#               ^^^^^^^^^ reference.call starboard
    }
    try { approach } on error {message} { retreat } finally { log_end }
#         ^^^^^^^^ reference.call approach
#                              ^^^^^^^ reference.name message
#                                         ^^^^^^^ reference.call retreat
#                                                             ^^^^^^^ reference.call log_end
    foreach ship [ships] {
#           ^^^^ reference.name ship
#                 ^^^^^ reference.call ships
        break
#       ^^^^^ reference.call break
    }
}
