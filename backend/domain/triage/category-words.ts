import type { ShippedCategory } from '../vocabulary.ts';
import { termList } from './term-list.ts';

/** Words that speak for a category, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
export const categoryWords = termList<ShippedCategory>([
  [
    'technical',
    3,
    `crash* malfunction* outage downtime bug bugs buggy stacktrace traceback defekt* störung* ausfall* *ausfall abgestürzt absturz* kaputt
     panne pannes plante dysfonction* fuite avería* averia* fallo fallos gotera avaria* vazamento guasto guasti malfunzion* perdita_d_acqua
     storing* kapot defect lekkage leak leaking leaks burst_pipe rohrbruch wasserschaden heizung* heating boiler chauffage calefacción aquecimento
     riscaldamento verwarming lift aufzug* ascenseur ascensor elevador ascensore elevator error_code fehlercode* fehlermeldung* error_message
     message_d_erreur mensaje_de_error mensagem_de_erro messaggio_di_errore foutmelding* timeout timed_out unresponsive nicht_erreichbar`,
  ],
  [
    'technical',
    2,
    `error errors fehler* erreur erreurs errore errori erro erros fout fouten broken break_down broke failing fails failed failure freez* frozen
     not_working doesnt_work does_not_work isnt_working stopped_working wont_start wont_open wont_load not_loading cant_connect cannot_connect
     no_connection not_responding slow lag latency disconnect* offline server servers network netzwerk* vpn wifi wlan router printer drucker*
     imprimante impresora impressora stampante bildschirm screen scanner laptop software hardware install* driver treiber update_failed sync*
     integration api database backup restore malware virus ransomware phishing data_breach breach security_incident funktioniert_nicht
     geht_nicht läuft_nicht startet_nicht lädt_nicht verbindung* langsam ne_fonctionne_pas ne_marche_pas ne_fonctionne_plus connexion_perdue
     en_panne lent lente no_funciona no_carga no_arranca lento não_funciona não_abre não_carrega non_funziona non_si_apre non_carica bloccato
     werkt_niet doet_het_niet traag verbinding technical* technisch* technique* técnic* tecnic* installation* configuration* einrichtung
     app_crashes bug_report repair reparier* reparatur* réparation reparación reparar reparo riparazione reparatie maintenance wartung*
     toilet abfluss verstopft drain blocked_drain strom* power_cut stromausfall internet monitor upload download attachment_missing`,
  ],
  [
    'technical',
    1,
    `app website webseite site page browser chrome firefox device gerät* system version problem* issue issues troubleshoot* configure`,
  ],
  [
    'billing',
    3,
    `invoice* refund* billing overcharg* rechnung* *rechnung rückerstatt* erstattung* gutschrift* mahnung* lastschrift* factur* rembours*
     reembols* devolución_del_dinero devolução_do_dinheiro fatura* fattura* rimbors* factuur* terugbetal* creditnota credit_note charged_twice
     double_charge* doppelt_abgebucht abgebucht abbuchung* prélèvement prélevé cobro cobros cobrado cobrança addebit* incasso afgeschreven
     nebenkosten* betriebskosten* kaution* deposit_back miete rent_payment chargeback vat_number umsatzsteuer tva iva btw direct_debit`,
  ],
  [
    'billing',
    2,
    `payment* pay paying paid charge charged charges bill bills price prices pricing fee fees cost costs receipt receipts credit_card debit_card
     bank* iban transfer discount* coupon* promo_code voucher* tax taxes subscription_fee money zahlung* bezahl* zahlen überweis* konto_belastet
     preis* gebühr* kosten beleg* quittung* rabatt* gutschein* steuer* paiement* payer payé prix frais reçu carte_bancaire virement tarif*
     pago pagos pagar pagado precio precios tarjeta_de_crédito recibo descuento impuesto* pagamento* pago_duplicado preço preços cartão
     boleto recibo desconto imposto pagare pagato prezzo prezzi ricevuta carta_di_credito sconto bonifico betal* prijs prijzen korting* bon
     rekening kwitantie cancellation_fee top_up topping_up exchange_rate purchase_order quote quotation angebot* devis presupuesto orçamento preventivo offerte`,
  ],
  [
    'billing',
    1,
    `amount betrag montant importe valor importo bedrag subscription abonnement abo suscripción assinatura abbonamento card cash cheque plan upgrade euro eur usd dollar* balance`,
  ],
  [
    'account',
    3,
    `password* passwort* *passwort kennwort* mot_de_passe contraseña* senha* palavra_passe wachtwoord* login* log_in logging_in sign_in signing_in
     logon signin username benutzername* nom_d_utilisateur nombre_de_usuario nome_de_usuário nome_utente gebruikersnaam 2fa mfa two_factor
     zwei_faktor authenticator einloggen anmelden anmeldung* se_connecter iniciar_sesión inicio_de_sesión fazer_login entrar_na_conta accedere
     inloggen locked_out account_locked konto_gesperrt compte_bloqué cuenta_bloqueada conta_bloqueada account_bloccato delete_my_account
     close_my_account konto_löschen account_löschen supprimer_mon_compte eliminar_mi_cuenta excluir_minha_conta account_verwijderen passcode pin`,
  ],
  [
    'account',
    2,
    `account accounts konto kontos benutzerkonto* compte comptes cuenta cuentas conta contas profile profil perfil profilo profiel register*
     registration registrier* inscription registr* verification verify verifizier* vérifi* verific* access_rights permission* berechtigung*
     zugang* zugriff* zugangsdaten droits_d_accès permiso* permissão permissões permess* toegang toegangsrechten change_my_email new_email_address
     change_my_address update_my_details personal_details adressänderung umzug user_rights deactivat* reactivat* activation aktivier* activer
     activar ativar attivare identity sso credentials onboarding new_employee neuer_mitarbeiter user_account`,
  ],
  [
    'account',
    1,
    `access user users benutzer utilisateur* usuario* usuário* utente utenti gebruiker* email_address settings einstellungen membership`,
  ],
  [
    'feature_request',
    4,
    `feature_request* funktionswunsch* feature_wunsch verbesserungsvorschlag* suggestion_d_amélioration demande_de_fonctionnalité
     solicitud_de_función sugerencia* sugestão* suggeriment* functieverzoek* enhancement_request it_would_be_great would_be_nice would_be_great
     would_be_helpful would_be_useful would_love_to_see would_like_to_suggest i_suggest we_suggest please_add could_you_add can_you_add
     please_consider_adding consider_adding any_plans_to add_support_for wäre_schön wäre_toll wäre_super wäre_hilfreich wäre_praktisch
     könnten_sie_einbauen vorschlag* anregung wünsche_mir ce_serait_bien il_serait_utile serait_il_possible_d_ajouter j_aimerais_pouvoir
     sería_genial sería_útil estaría_bien podrían_añadir me_gustaría_poder seria_ótimo seria_bom seria_útil poderiam_adicionar
     sarebbe_bello sarebbe_utile potreste_aggiungere zou_fijn_zijn zou_handig_zijn kunnen_jullie_toevoegen zou_mooi_zijn dark_mode dunkelmodus`,
  ],
  [
    'feature_request',
    2,
    `feature features funktion_fehlt fonctionnalité* funcionalidad* funcionalidade* funzionalità functionaliteit suggestion* idea idee roadmap wish
     wishlist enhancement* improvement* verbesserung* amélior* mejora* melhoria* miglior* verbetering* missing_option option_to ability_to
     allow_us_to let_us export_to support_for shortcut* customiz* customis* proposal extend extension`,
  ],
  ['feature_request', 1, `add adding support option new_version improve could_we automatic_export dashboard widget`],
  [
    'general',
    3,
    `opening_hours öffnungszeiten horaires horario horarios orari openingstijden business_hours partnership press_enquiry career* job_application
     bewerbung* general_question allgemeine_frage question_générale where_are_you_located wo_finde_ich newsletter* appointment* termin* rendez_vous
     cita agendamento appuntamento afspraak feedback delivery_address shipping shipment* lieferung* liefer* livraison envío entrega consegna
     levering bezorging track* order_status delivery delivered parcel paket colis paquete encomenda pacco pakket`,
  ],
  [
    'general',
    1,
    `information informationen infos informations información informação informações informazioni informatie question questions frage fragen pregunta
     pergunta domanda vraag inquiry enquiry anfrage* contact kontakt contacter contacto contato contatto order orders bestellung* commande pedido
     ordine bestelling return returns retoure* retour devolução reso wondering documentation brochure catalog* availab* verfügbar* speak_to_a_human
     customer_service kundenservice service_client agent thanks thank_you danke merci gracias obrigado obrigada grazie bedankt`,
  ],
]);
