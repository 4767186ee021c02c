// HandyConnect on Azure: one web app, one storage account, one key vault, one bot registration.
// The Entra applications (sign-in and bot) are made before this runs; their ids and secrets come in as parameters.

@description('Lower-case letters and digits; begins the name of everything.')
@minLength(3)
@maxLength(16)
param resourceBaseName string

param location string = resourceGroup().location

@description('The Entra application for Graph and sign-in.')
param microsoftClientId string
param microsoftTenantId string = tenant().tenantId
@secure()
param microsoftClientSecret string

@description('The Entra application of the bot. A single-tenant one.')
param botId string
@secure()
param botPassword string

@description('Comma-separated shared mailboxes to watch.')
param supportMailboxes string

@description('The https address people and Microsoft 365 use. Empty: the address of the web app.')
param publicUrl string = ''

@description('Empty: the local analyst reads the mail.')
@secure()
param openaiApiKey string = ''
param openaiModel string = 'gpt-4o-mini'
param azureOpenaiEndpoint string = ''
param azureOpenaiDeployment string = ''

@description('B1 is the smallest size that stays awake, which the mailbox sweep needs.')
param appServiceSku string = 'B1'

@description('Keeps the logs of the web app in a Log Analytics workspace.')
param keepLogs bool = true

var webAppName = '${resourceBaseName}-${uniqueString(resourceGroup().id)}'
var webAppUrl = 'https://${webAppName}.azurewebsites.net'
var effectiveUrl = empty(publicUrl) ? webAppUrl : publicUrl

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: take('${resourceBaseName}${uniqueString(resourceGroup().id)}', 24)
    location: location
    principalId: identity.properties.principalId
  }
}

module vault 'modules/key-vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${resourceBaseName}-${uniqueString(resourceGroup().id)}', 24)
    location: location
    principalId: identity.properties.principalId
    microsoftClientSecret: microsoftClientSecret
    botPassword: botPassword
    openaiApiKey: openaiApiKey
  }
}

module web 'modules/web-app.bicep' = {
  name: 'web'
  params: {
    name: webAppName
    location: location
    sku: appServiceSku
    identityId: identity.id
    settings: concat(
      [
        { name: 'HANDYCONNECT_MODE', value: 'production' }
        { name: 'PUBLIC_URL', value: effectiveUrl }
        { name: 'AZURE_STORAGE_ACCOUNT_URL', value: storage.outputs.tablesUrl }
        { name: 'DATA_DIR', value: '/home/data' }
        { name: 'MICROSOFT_CLIENT_ID', value: microsoftClientId }
        { name: 'MICROSOFT_TENANT_ID', value: microsoftTenantId }
        { name: 'MICROSOFT_CLIENT_SECRET', value: vault.outputs.microsoftClientSecretReference }
        { name: 'SUPPORT_MAILBOXES', value: supportMailboxes }
        { name: 'BOT_ID', value: botId }
        { name: 'BOT_TENANT_ID', value: microsoftTenantId }
        { name: 'BOT_PASSWORD', value: vault.outputs.botPasswordReference }
        // Tells Azure's own libraries which identity to use for the storage account.
        { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
      ],
      empty(openaiApiKey)
        ? []
        : [
            { name: 'OPENAI_API_KEY', value: vault.outputs.openaiApiKeyReference }
            { name: 'OPENAI_MODEL', value: openaiModel }
          ],
      empty(azureOpenaiEndpoint)
        ? []
        : [
            { name: 'AZURE_OPENAI_ENDPOINT', value: azureOpenaiEndpoint }
            { name: 'AZURE_OPENAI_DEPLOYMENT', value: azureOpenaiDeployment }
          ]
    )
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${resourceBaseName}-bot'
    botId: botId
    tenantId: microsoftTenantId
    endpoint: '${effectiveUrl}/api/messages'
  }
}

module logs 'modules/logs.bicep' = if (keepLogs) {
  name: 'logs'
  params: {
    name: '${resourceBaseName}-logs'
    location: location
    webAppName: web.outputs.name
  }
}

// The toolkit writes these into env/.env.<name> under the same names.
output PUBLIC_URL string = effectiveUrl
output PUBLIC_HOST string = replace(effectiveUrl, 'https://', '')
output WEB_APP_RESOURCE_ID string = web.outputs.id
