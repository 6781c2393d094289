package txn

// Put writes a key.
func Put(kv kv, request *putRequest) *result {
	return kv.write(request)
}
