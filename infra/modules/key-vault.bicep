param name string
param location string
@description('Who may read the secrets.')
param principalId string
@secure()
param microsoftClientSecret string
@secure()
param botPassword string
@secure()
param openaiApiKey string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
  }
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource clientSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'microsoft-client-secret'
  properties: { value: microsoftClientSecret }
}

resource botSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'bot-password'
  properties: { value: botPassword }
}

resource openaiSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(openaiApiKey)) {
  parent: vault
  name: 'openai-api-key'
  properties: { value: openaiApiKey }
}

// Without a version: App Service follows a renewed secret within a day, or at once after a restart.
var reference = '@Microsoft.KeyVault(VaultName=${name};SecretName='
output microsoftClientSecretReference string = '${reference}${clientSecret.name})'
output botPasswordReference string = '${reference}${botSecret.name})'
output openaiApiKeyReference string = '${reference}openai-api-key)'
