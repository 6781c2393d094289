package serve

const testPort = 9999

var testConfig = tls.Config{InsecureSkipVerify: true}
