param name string
param location string
param sku string
param identityId string
param settings array

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: sku }
  properties: { reserved: true }
}

// What App Service itself reads. The build on the server only fetches the production packages for its own processor;
// dist/ arrives built.
var platformSettings = [
  { name: 'NODE_ENV', value: 'production' }
  { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'true' }
  { name: 'CUSTOM_BUILD_COMMAND', value: 'npm ci --omit=dev --ignore-scripts --no-audit --no-fund' }
]

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Live updates fall back to polling where WebSockets are blocked, and polling must stay on one instance.
    clientAffinityEnabled: true
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|20-lts'
      appCommandLine: 'node --disable-warning=DEP0111 dist/server/main.js'
      alwaysOn: true
      webSocketsEnabled: true
      healthCheckPath: '/health'
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      appSettings: concat(platformSettings, settings)
    }
  }
}

output id string = app.id
output name string = app.name
