// Package serve listens.
package serve

import (
	"crypto/tls"
	"crypto/x509"
	"flag"
	"net"
)

const (
	securePort = 7443
	admin      = "http://localhost:7444/admin"
	socket     = "/run/pilot/pilot.sock"
)

var address = flag.String("listen-address", ":7443", "where boats call")

func listen(cert, key string, roots *x509.CertPool) (net.Listener, error) {
	pair, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		return nil, err
	}
	config := &tls.Config{
		Certificates: []tls.Certificate{pair},
		MinVersion:   tls.VersionTLS12,
		CipherSuites: []uint16{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256},
		ClientAuth:   tls.RequireAndVerifyClientCert,
		ClientCAs:    roots,
	}
	plain, err := net.Listen("tcp", *address)
	if err != nil {
		return nil, err
	}
	return tls.NewListener(plain, config), nil
}

var certFile = flag.String("tls-cert-file", "", "the certificate")

func careless() *tls.Config { return &tls.Config{InsecureSkipVerify: true} }
