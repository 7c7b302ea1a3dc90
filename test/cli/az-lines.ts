type Part = 'code' | 'stdout' | 'stderr';

/** Where our answer is another one than Azure CLI 2.45's, on purpose. docs/az-shim.md lists the same. */
export const differences = {
  'newer keys': {
    reason:
      'Newer versions of az add tenantDefaultDomain and tenantDisplayName, which we have and 2.45 has not: so have its tables.',
    in: ['stdout'],
  },
  'every way': {
    reason:
      'A subscription that is seen through two tenants is two entries, each with its own tenant; az keeps one of them.',
    in: ['stdout'],
  },
  'secret asked for': {
    reason: 'A secret need not be an argument, so the usage of login does not ask for one.',
    in: ['stderr'],
  },
  'own version': {
    reason: 'The version that we speak for is newer.',
    in: ['stdout', 'stderr'],
  },
  'own words': {
    reason:
      'What the library says of a query that does not fit the value is worded by the library.',
    in: ['stderr'],
  },
  'tenant named': {
    reason: 'As newer versions do, the command that lifts a refusal names the tenant too.',
    in: ['stderr'],
  },
  'resource checked': {
    reason: 'A resource with blanks is refused here; az sends it to Entra ID, which refuses it.',
    in: ['stderr'],
  },
  'who left': {
    reason: 'Signing out somebody who is not signed in is a mistake that is said; az says nothing.',
    in: ['code', 'stderr'],
  },
  'also short': {
    reason: '`-u` is taken by logout too, as it is by login.',
    in: ['code', 'stderr'],
  },
  'fewer clouds': {
    reason:
      'AzureGermanCloud was closed in 2021, so `cloud list` has it no more; the others stand in the order of the window.',
    in: ['stdout'],
  },
  'fewer endpoints': {
    reason: '`cloud show` has the endpoints that Azimuth uses; az knows some more.',
    in: ['stdout'],
  },
  'closing slash': {
    reason: 'Addresses in `cloud show` end in a slash for each cloud; az has none for China.',
    in: ['stdout'],
  },
  'one default': {
    reason:
      'The default subscription stays when another cloud is chosen, so `cloud set` has none to switch to.',
    in: ['stderr'],
  },
  'wide letters': {
    reason:
      'A table lines up where names have wide letters (本番環境) too; the tables of az do so only with another library.',
    in: ['stdout'],
  },
  timing: {
    reason:
      '--verbose adds no line about how long it took: SDKs take what is on stderr for a failure.',
    in: ['stderr'],
  },
} as const satisfies Readonly<Record<string, { reason: string; in: readonly Part[] }>>;

export interface Line {
  readonly words: readonly string[];
  readonly differs?: keyof typeof differences;
}

const line = (text: string, differs?: keyof typeof differences): Line => ({
  words: text === '' ? [] : text.split(' ').map((word) => word.replaceAll('~', ' ')),
  ...(differs === undefined ? {} : { differs }),
});

const ourEndpoints =
  '{n:name,a:isActive,p:profile,e:endpoints.[activeDirectory,activeDirectoryResourceId,management,microsoftGraphResourceId,ossrdbmsResourceId,portal,resourceManager],s:suffixes.[keyvaultDns,sqlServerHostname]}';

/** With nobody signed in. A `~` is a blank within a word. */
export const signedOutLines: readonly Line[] = [
  line('account show'),
  line('account list'),
  line('account list -o table'),
  line('account list -o tsv'),
  line('account list -o yaml'),
  line('account get-access-token'),
  line('account get-access-token --tenant x'),
  line('account set -s x'),
  line('logout'),
  line('account clear'),
  line('login --service-principal', 'secret asked for'),
  line('cloud list -o table', 'fewer clouds'),
  line("cloud list --query [?name=='AzureCloud'].[name,isActive,profile] -o tsv"),
  line('cloud show', 'fewer endpoints'),
  line(`cloud show --query ${ourEndpoints}`),
  line(`cloud show -n AzureChinaCloud --query ${ourEndpoints}`, 'closing slash'),
  line('cloud show -o table'),
  line('cloud show -n Nope'),
  line('cloud set'),
  line('cloud set -n Nope'),
  line('cloud set -n AzureCloud'),
  line('cloud unregister -n AzureCloud'),
  line('cloud unregister -n Nope'),
  line('cloud update'),
  line('version -o=json', 'own version'),
  line('version -o table', 'own version'),
];

const own = "[?name!='Fabrikam~Managed~Operations']";

/** With one person signed in; none of these changes anything. */
export const signedInLines: readonly Line[] = [
  line('account show'),
  line('account show -o none'),
  line('account show -o table', 'newer keys'),
  line('account show --query name -o tsv'),
  line('account show --query name -o yaml'),
  line('account show --query name -o table'),
  line('account show --query isDefault -o tsv'),
  line('account show --query user -o table'),
  line('account show --query user -o tsv'),
  line('account show --query {b:name,a:isDefault,c:nope} -o tsv'),
  line('account show --query {b:name,a:isDefault,c:nope} -o table'),
  line('account show --query {b:name,a:isDefault,c:nope} -o yaml'),
  line('account show --query [isDefault,nope,name] -o table'),
  line('account show --query managedByTenants -o table'),
  line('account show --query nope'),
  line('account show --query {a:user} -o table'),
  line('account show --query [['),
  line('account show --query foo(@)'),
  line('account show --query length(isDefault)', 'own words'),
  line('account show --out tsv --query id'),
  line('account show --sub Contoso~Development --query id -otsv'),
  line('account show -s CONTOSO~PRODUCTION --query=id --output=tsv'),
  line('account show -o xml'),
  line('account show -o jsno'),
  line('account show --foo bar'),
  line('account show x'),
  line('account show -- x'),
  line('account show -s -o'),
  line('account show --o json'),
  line('account show --only-show-errors=x'),
  line('account show -s nope'),
  line('account show -s pay-as-you-go'),
  line('account show --verbose --query id', 'timing'),
  line('account set'),
  line('account set -s NoSuch'),
  line('account set -s pay-as-you-go'),
  line('account list --all', 'every way'),
  line(`account list --query sort_by(${own},&id)`),
  line(
    `account list --query sort_by(${own},&id)[].{n:name,id:id,u:user,a:state} -o table`,
    'wide letters',
  ),
  line(`account list --query sort_by(${own},&id)[].[name,isDefault,user,managedByTenants] -o tsv`),
  line(`account list --only-show-errors --al --query length(${own})`),
  line('account get-access-token'),
  line('account get-access-token --query tenant -o tsv'),
  line('account get-access-token --scope'),
  line('account get-access-token --resource '),
  line('account get-access-token --resource-type ms-graph --query tokenType'),
  line('account get-access-token --resource-type nope'),
  line(
    'account get-access-token --scope https://graph.microsoft.com/.default -s Contoso~Development',
  ),
  line('account get-access-token -s shared~services'),
  line('account get-access-token -s a --tenant b'),
  line('account get-access-token --tenant TAILWIND', 'tenant named'),
  line('account get-access-token --tenant FABRIKAM --resource https://vault.azure.net'),
  line('account get-access-token --resource a~b', 'resource checked'),
  line('logout -u', 'also short'),
];

/** One after the other: each changes what the next one finds. */
export const changingLines: readonly Line[] = [
  line('account set -s contoso~development'),
  line('account show --query name -o tsv'),
  line('account get-access-token --query subscription'),
  line('cloud set -n azureusgovernment'),
  line('account list'),
  line('cloud set -n AzureCloud', 'one default'),
  line('account show --query name -o tsv'),
  line('logout --username nobody@contoso.com', 'who left'),
  line('logout'),
  line('account show'),
  line('account list -o table'),
];
