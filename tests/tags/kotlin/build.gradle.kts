plugins {
// @0+7 reference.call plugins
    kotlin("jvm") version "1.9"
//  ^^^^^^ reference.call kotlin
//                ^^^^^^^ reference.call version
}
val version = "1"
//  ^^^^^^^ definition.variable version
dependencies { implementation(project(":core")) }
// @0+12 reference.call dependencies
//             ^^^^^^^^^^^^^^ reference.call implementation
//                            ^^^^^^^ reference.call project
tasks.register("pack") { dependsOn("jar") }
// @0+5 reference.name tasks
//    ^^^^^^^^ reference.call register
//                       ^^^^^^^^^ reference.call dependsOn
