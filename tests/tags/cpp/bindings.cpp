namespace harbor {
//        ^^^^^^ definition.module harbor

void GetLevel(const FunctionCallbackInfo<Value>& args) {
//   ^^^^^^^^ definition.function harbor::GetLevel
//                  ^^^^^^^^^^^^^^^^^^^^ reference.type FunctionCallbackInfo
//                                       ^^^^^ reference.type Value
//                                               ^^^^ reference.name args
}

void Initialize(Local<Object> target, Local<Context> context) {
//   ^^^^^^^^^^ definition.function harbor::Initialize
//              ^^^^^ reference.type Local
//                    ^^^^^^ reference.type Object
//                            ^^^^^^ reference.name target
//                                    ^^^^^ reference.type Local
//                                          ^^^^^^^ reference.type Context
//                                                   ^^^^^^^ reference.name context
  SetMethod(context, target, "getLevel", GetLevel);
//^^^^^^^^^ reference.call SetMethod
//          ^^^^^^^ reference.name context
//                   ^^^^^^ reference.name target
//                            ^^^^^^^^ definition.function tide::getLevel
//                                       ^^^^^^^^ reference.call GetLevel
  SetMethodNoSideEffect(context, target, "isEbb", tide::IsEbb);
//^^^^^^^^^^^^^^^^^^^^^ reference.call SetMethodNoSideEffect
//                      ^^^^^^^ reference.name context
//                               ^^^^^^ reference.name target
//                                        ^^^^^ definition.function tide::isEbb
//                                                ^^^^ reference.name tide
//                                                      ^^^^^ reference.call IsEbb
  env->SetProtoMethod(isolate, t, "close", Close);
//^^^ reference.name env
//     ^^^^^^^^^^^^^^ reference.call SetProtoMethod
//                    ^^^^^^^ reference.name isolate
//                             ^ reference.name t
//                                 ^^^^^ definition.function tide::close
//                                         ^^^^^ reference.call Close
  NODE_SET_METHOD(target, "moor", Moor);
//^^^^^^^^^^^^^^^ reference.call NODE_SET_METHOD
//                ^^^^^^ reference.name target
//                         ^^^^ definition.function tide::moor
//                                ^^^^ reference.call Moor
  SetCaption(target, "caption", Moor);
//^^^^^^^^^^ reference.call SetCaption
//           ^^^^^^ reference.name target
//                              ^^^^ reference.name Moor
}

}  // namespace harbor

NODE_BINDING_CONTEXT_AWARE_INTERNAL(tide, harbor::Initialize)
// @0+35 reference.call NODE_BINDING_CONTEXT_AWARE_INTERNAL
//                                  ^^^^ definition.module tide
//                                        ^^^^^^ reference.name harbor
//                                                ^^^^^^^^^^ reference.name Initialize
NODE_BINDING_EXTERNAL_REFERENCE(tide, harbor::Register)
// @0+31 reference.call NODE_BINDING_EXTERNAL_REFERENCE
//                              ^^^^ reference.name tide
//                                    ^^^^^^ reference.name harbor
//                                            ^^^^^^^^ reference.name Register
