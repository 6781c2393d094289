// An imitation of a binding.
static void GetHostname(const FunctionCallbackInfo<Value>& args) {
  args.GetReturnValue().SetUndefined();
}

static void GetUptime(const FunctionCallbackInfo<Value>& args) {
  args.GetReturnValue().Set(1);
}

void Initialize(Local<Object> target) {
  SetMethod(context, target, "getHostname", GetHostname);
  SetMethod(context, target, "getUptime", GetUptime);
}

NODE_BINDING_CONTEXT_AWARE_INTERNAL(os, node::os::Initialize)
