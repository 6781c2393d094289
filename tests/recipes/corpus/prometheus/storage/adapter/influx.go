package adapter

// InfluxClient translates samples for a store that takes another format.
type InfluxClient struct{ url string }
