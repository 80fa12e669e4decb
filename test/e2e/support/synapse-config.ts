interface HomeserverSettings {
  readonly folder: string;
  readonly port: number;
  readonly serverName: string;
  readonly secret: string;
  readonly limit: { perSecond: number; burst: number } | undefined;
}

const unlimited = '{ per_second: 1000, burst_count: 10000 }';

/** Configuration of a small loopback Synapse; rate limits are out of the way unless a test asks for one. */
export const homeserverYaml = ({ folder, port, serverName, secret, limit }: HomeserverSettings): string => {
  const messages =
    limit === undefined ? unlimited : `{ per_second: ${limit.perSecond}, burst_count: ${limit.burst} }`;
  return `
server_name: "${serverName}"
public_baseurl: "http://127.0.0.1:${port}/"
report_stats: false
pid_file: ${folder}/homeserver.pid
signing_key_path: ${folder}/signing.key
suppress_key_server_warning: true
trusted_key_servers: []
log_config: ${folder}/log.yaml
media_store_path: ${folder}/media
database: { name: sqlite3, args: { database: ${folder}/homeserver.db } }
listeners:
  - { port: ${port}, type: http, tls: false, bind_addresses: ["127.0.0.1"], resources: [{ names: [client], compress: false }] }
macaroon_secret_key: "${secret}-macaroon"
form_secret: "${secret}-form"
registration_shared_secret: "${secret}"
enable_registration: false
encryption_enabled_by_default_for_room_type: invite
federation_domain_whitelist: []
presence: { enabled: false }
url_preview_enabled: false
rc_message: ${messages}
rc_registration: ${unlimited}
rc_login: { address: ${unlimited}, account: ${unlimited}, failed_attempts: ${unlimited} }
rc_joins: { local: ${unlimited}, remote: ${unlimited} }
rc_joins_per_room: ${unlimited}
rc_invites: { per_room: ${unlimited}, per_user: ${unlimited}, per_issuer: ${unlimited} }
rc_room_creation: ${unlimited}
rc_admin_redaction: ${unlimited}
`;
};

export const logYaml = (folder: string): string => `
version: 1
formatters: { short: { format: '%(asctime)s %(levelname)s %(name)s %(message)s' } }
handlers: { file: { class: logging.FileHandler, filename: ${folder}/synapse.log, formatter: short } }
root: { level: WARNING, handlers: [file] }
disable_existing_loggers: false
`;
