/** Pieces that make patterns begin a match again and again. */
export const hostilePieces = (
  "a@|&sig=|password |a.|curl -u |+1 |token=|x/1|pw a |-|a|1|A|_| |1-|00 |a:|://a:|x://|eyJa.|" +
  "eyJ|AKIA|DE12|DE12 |4111 |ab-|password: |key a b |api key |curl |curl -u a|Bearer |Basic |" +
  "session=|sk-a-|mysql |0/1|AccountKey=|ABCD-|hooks.slack.com/services/|tel 1|clave |-----BEGIN "
).split("|");
