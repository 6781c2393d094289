package server

import "os"

const tideTableEnv = "QUAY_TIDE_TABLE"

func tideTable() string {
	return os.Getenv(tideTableEnv)
}
