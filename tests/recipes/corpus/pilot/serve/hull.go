package serve

import hullapi "example.org/pilot/api/v1beta1"

var _ = hullapi.RegisterHullServiceServer
