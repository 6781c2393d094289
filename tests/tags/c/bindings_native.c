#include <jni.h>
//        ^^^^^ reference.import jni.h
#include <erl_nif.h>
//        ^^^^^^^^^ reference.import erl_nif.h

JNIEXPORT jlong JNICALL
// @0+9 reference.type JNIEXPORT
//        ^^^^^ reference.type jlong
//              ^^^^^^^ reference.type JNICALL
Java_org_harbor_Ledger_open__JLjava_lang_String_2(JNIEnv *env, jclass type)
// @0+49 definition.function Java_org_harbor_Ledger_open__JLjava_lang_String_2
//                     ^^^^ definition.method org.harbor.Ledger.open
//                                                ^^^^^^ reference.type JNIEnv
//                                                        ^^^ reference.name env
//                                                             ^^^^^^ reference.type jclass
//                                                                    ^^^^ reference.name type
{
	return 0;
}

JNIEXPORT void JNICALL Java_org_harbor_Tide_1Table_native_1init(JNIEnv *env, jobject self)
// @0+9 reference.type JNIEXPORT
//             ^^^^^^^ reference.type JNICALL
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ definition.function Java_org_harbor_Tide_1Table_native_1init
//                                                 ^^^^^^^^^^^ definition.method org.harbor.Tide_Table.native_init
//                                                              ^^^^^^ reference.type JNIEnv
//                                                                      ^^^ reference.name env
//                                                                           ^^^^^^^ reference.type jobject
//                                                                                   ^^^^ reference.name self
{
}

static JNINativeMethod buoy_natives[] = {
//     ^^^^^^^^^^^^^^^ reference.type JNINativeMethod
//                     ^^^^^^^^^^^^ definition.variable buoy_natives
	{"nativePoll", "(JI)V", (void *)buoy_poll},
// ^^^^^^^^^^ definition.method buoy_natives.nativePoll
//                               ^^^^^^^^^ reference.call buoy_poll
};

static ErlNifFunc nifs[] = {
//     ^^^^^^^^^^ reference.type ErlNifFunc
//                ^^^^ definition.variable nifs
	{"open", 2, ledger_open},
// ^^^^ definition.function ledger.open
//           ^^^^^^^^^^^ reference.call ledger_open
	{"close", 1, ledger_close, ERL_NIF_DIRTY_JOB_IO_BOUND}
// ^^^^^ definition.function ledger.close
//            ^^^^^^^^^^^^ reference.call ledger_close
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ reference.name ERL_NIF_DIRTY_JOB_IO_BOUND
};

ERL_NIF_INIT(ledger, nifs, NULL, NULL, NULL, NULL);
// @0+12 reference.call ERL_NIF_INIT
//           ^^^^^^ reference.name ledger
//                   ^^^^ reference.name nifs
//                         ^^^^ reference.name NULL
//                               ^^^^ reference.name NULL
//                                     ^^^^ reference.name NULL
//                                           ^^^^ reference.name NULL
