import { termList } from './term-list.ts';

/**
 * What makes a mail pressing, in seven languages. `danger`: people, property or data are at risk now. `wide`: many cannot
 * work. `hazard`: a home or office cannot be used. `fraud`: somebody else uses money or an account. `blocked`: one person
 * cannot go on. The others move the level: `deadline`, `asap`, `again` (asked before) up, `calm` down.
 */
export type UrgencySign = 'danger' | 'wide' | 'hazard' | 'fraud' | 'blocked' | 'deadline' | 'asap' | 'again' | 'calm';

export const urgencyWords = termList<UrgencySign>([
  [
    'danger',
    1,
    `gas_leak gas_smell smell_of_gas smells_of_gas smell_gas smelling_gas smells_like_gas on_fire fire_in fire_broke caught_fire smoke_coming smoke_from smell_of_burning burning_smell
     carbon_monoxide monoxide flooding flooded burst_pipe pipe_burst water_pouring water_is_pouring water_running_through water_coming_through
     water_is_coming_through ceiling_collapsed ceiling_is_collapsing sparks sparking electric_shock exposed_wires bare_wires stuck_in_the_lift
     stuck_in_the_elevator trapped_in_the_lift trapped_in_the_elevator trapped_in people_trapped someone_is_trapped injured ambulance unconscious
     data_leak data_breach leaked_data customer_data_exposed data_exposed personal_data_of_other see_other_customers_data ransomware being_hacked
     we_were_hacked been_hacked got_hacked security_breach unauthorised_access_to_the_systems unauthorized_access_to_the_systems unauthorised_access_to_our unauthorized_access_to_our burnt_smell gasgeruch unbefugter_zugriff_auf_die_systeme gasleck riecht_nach_gas brennt feuer_im es_brennt brandgeruch rauch_aus kohlenmonoxid*
     rohrbruch wasserrohrbruch überschwemmt überflutet wasser_läuft_durch wasser_kommt_durch wasser_strömt wasser_tropft_auf_die_steckdose stromschlag
     funken steckt_im_aufzug stecken_im_aufzug im_aufzug_fest im_aufzug_eingeschlossen eingeschlossen verletzt datenleck datenpanne gehackt
     daten_anderer_kunden sicherheitsvorfall fuite_de_gaz odeur_de_gaz sent_le_gaz incendie au_feu fumée_sort monoxyde* inondation inondé
     dégât_des_eaux tuyau_a_éclaté eau_coule coincé_dans_l_ascenseur coincés_dans_l_ascenseur bloqué_dans_l_ascenseur bloqués_dans_l_ascenseur
     blessé fuite_de_données données_d_autres_clients piraté rançongiciel fuga_de_gas olor_a_gas huele_a_gas incendio fuego humo_sale
     monóxido* inundación inundado tubería_rota reventó_una_tubería atrapado_en_el_ascensor atrapados_en_el_ascensor atrapada_en_el_ascensor
     herido filtración_de_datos fuga_de_datos datos_de_otros_clientes hackeado vazamento_de_gás cheiro_de_gás cheiro_a_gás fogo fumaça
     monóxido* inundação inundado cano_estourou cano_rebentou preso_no_elevador presos_no_elevador presa_no_elevador ferido
     vazamento_de_dados dados_de_outros_clientes hackeado fuga_di_gas odore_di_gas monossido* puzza_di_gas fumo_dal allagamento allagato
     tubo_scoppiato scoppiato_un_tubo bloccato_in_ascensore bloccati_in_ascensore bloccata_in_ascensore bloccati_nell_ascensore ferito fuga_di_dati dati_di_altri_clienti
     hackerato gaslek gaslucht ruikt_naar_gas brand_in rook_uit koolmonoxide* overstroming overstroomd gesprongen_leiding leiding_gesprongen
     vast_in_de_lift opgesloten gewond datalek gegevens_van_andere_klanten gehackt`,
  ],
  [
    'wide',
    1,
    `production_down production_is_down production_system_is_down prod_is_down site_is_down website_is_down system_is_down systems_are_down server_is_down servers_are_down service_is_down
     everything_is_down everything_has_stopped completely_down work_has_stopped production_has_stopped cannot_serve_any standstill totally_down total_outage complete_outage major_outage nobody_can no_one_can none_of_us_can all_users
     all_our_users all_employees all_our_customers_cannot entire_company whole_company entire_office whole_office entire_team_cannot everyone_is_locked
     all_staff nothing_works business_is_at_a_standstill niemand_kann keiner_kann alle_benutzer alle_nutzer alle_mitarbeiter alle_kollegen ganze_firma
     gesamte_firma ganzes_büro totalausfall komplettausfall system_steht produktion_steht nichts_geht_mehr server_ist_down webseite_ist_down plus_personne_ne personne_ne_peut
     tous_les_utilisateurs toute_l_entreprise tous_les_employés production_arrêtée production_à_l_arrêt panne_totale panne_générale site_est_en_panne
     nadie_puede todos_los_usuarios toda_la_empresa todos_los_empleados caída_total producción_parada sistema_caído ninguém_consegue todos_os_usuários
     todos_os_utilizadores toda_a_empresa sistema_fora_do_ar site_fora_do_ar produção_parada nessuno_riesce nessuno_può tutti_gli_utenti tutta_l_azienda
     sistema_fermo produzione_ferma blocco_totale niemand_kan alle_gebruikers hele_bedrijf alle_medewerkers alles_ligt_plat productie_ligt_stil`,
  ],
  [
    'hazard',
    1,
    `no_heating heating_is_out heating_has_failed heating_failed heating_stopped heating_broke heating_is_broken no_hot_water no_water no_running_water no_electricity no_power power_is_out locked_out_of_my
     locked_out_of_the locked_out_of_our lift_stuck lift_is_stuck elevator_stuck elevator_is_stuck lift_not_working water_leak water_leaking
     water_drips dripping_through leaking_ceiling ceiling_leak leaking sewage door_wont_lock door_does_not_lock door_wont_close_at broken_into break_in burglary mould mold
     keine_heizung heizung_ausgefallen heizung_ist_ausgefallen heizung_geht_nicht heizung_funktioniert_nicht heizung_kalt heizungsausfall kein_warmwasser
     kein_warmes_wasser kein_wasser kein_strom stromausfall ausgesperrt aufzug_steckt aufzug_ist_stecken aufzug_steht wasserschaden wasser_tropft
     undichte_decke abwasser einbruch tür_schließt_nicht pas_de_chauffage plus_de_chauffage chauffage_en_panne pas_d_eau plus_d_eau pas_d_électricité
     plus_d_électricité enfermé_dehors ascenseur_bloqué ascenseur_en_panne fuite_d_eau cambriolage sin_calefacción sin_agua sin_luz sin_electricidad
     no_tenemos_agua no_tenemos_calefacción ascensor_averiado ascensor_parado fuga_de_agua gotera sem_aquecimento sem_água sem_luz sem_energia elevador_parado vazamento_de_água
     fuga_de_água senza_riscaldamento riscaldamento_non_funziona senza_acqua senza_corrente senza_luce ascensore_bloccato ascensore_fermo perdita_d_acqua infiltrazione chiuso_fuori
     geen_verwarming verwarming_doet_het_niet geen_warm_water geen_water geen_stroom buitengesloten lift_vast lekkage waterlek inbraak`,
  ],
  [
    'fraud',
    1,
    `fraud fraudulent unauthorised_payment unauthorized_payment unauthorised_transaction unauthorized_transaction unauthorised_charge
     unauthorized_charge not_authorised_by_me did_not_authorise did_not_authorize didnt_make_this_payment stolen card_was_stolen compromised_card account_compromised
     account_was_hacked phishing identity_theft betrug betrügerisch* nicht_autorisiert* unbefugt* gestohlen konto_gehackt fraude fraudul* non_autorisé* volé compte_piraté
     no_autorizad* robado robada cuenta_hackeada não_autorizad* roubado roubada conta_invadida frode non_autorizzat* rubato rubata fraude niet_geautoriseerd* gestolen`,
  ],
  [
    'blocked',
    1,
    `cannot_log_in cant_log_in can_not_log_in unable_to_log_in cannot_login cant_login unable_to_login cannot_sign_in cant_sign_in cannot_access cant_access
     unable_to_access no_access locked_out account_is_locked account_locked account_is_blocked cannot_work cant_work unable_to_work stopped_working
     keeps_crashing lost_all lost_our data_is_gone data_lost deleted_by_mistake charged_twice double_charged charged_me_twice we_are_blocked blocking_us blocker severely_affect* severely_impact* significant_disruption* significantly_disrupt* major_disruption* service_interruption* service_disruption* interrupts_our interrupting_our suspended backups_have_failed
     kann_mich_nicht_anmelden kann_mich_nicht_einloggen können_uns_nicht_anmelden kein_zugriff keinen_zugriff kein_zugang konto_gesperrt konto_ist_gesperrt
     kann_nicht_arbeiten können_nicht_arbeiten daten_verloren daten_weg daten_sind_weg doppelt_abgebucht zweimal_abgebucht stürzt_ständig_ab je_n_arrive_pas_à_me_connecter
     impossible_de_me_connecter impossible_de_se_connecter impossible_d_accéder plus_accès compte_bloqué ne_peux_pas_travailler ne_peux_plus_travailler
     données_perdues débité_deux_fois prélevé_deux_fois no_puedo_entrar no_puedo_acceder no_puedo_iniciar_sesión cuenta_bloqueada no_puedo_trabajar
     datos_perdidos cobrado_dos_veces não_consigo_entrar não_consigo_acessar não_consigo_aceder não_consigo_fazer_login conta_bloqueada
     não_consigo_trabalhar dados_perdidos cobrado_duas_vezes non_riesco_ad_accedere non_riesco_a_entrare non_posso_accedere account_bloccato
     non_posso_lavorare dati_persi addebitato_due_volte kan_niet_inloggen kan_niet_werken geen_toegang account_geblokkeerd gegevens_kwijt
     dubbel_afgeschreven twee_keer_afgeschreven`,
  ],
  [
    'deadline',
    1,
    `deadline in_half_an_hour in_ten_minutes in_twenty_minutes in_thirty_minutes in_forty_minutes in_fifty_minutes in_three_hours in_four_hours
     first_thing_tomorrow in_wenigen_minuten in_einer_halben_stunde in_zehn_minuten in_dreissig_minuten in_vierzig_minuten in_fünfzig_minuten
     in_drei_stunden dans_une_demi_heure dans_trois_heures dans_quarante_minutes dans_dix_minutes en_media_hora en_una_hora en_dos_horas
     en_diez_minutos en_cuarenta_minutos tra_mezz_ora tra_un_ora tra_due_ore tra_dieci_minuti tra_quaranta_minuti over_een_uur over_een_half_uur
     over_twee_uur over_tien_minuten over_veertig_minuten daqui_a_uma_hora em_uma_hora em_duas_horas em_meia_hora em_dez_minutos em_quarenta_minutos
     today tonight tomorrow by_noon this_afternoon this_morning within_the_hour within_an_hour within_24_hours in_one_hour in_two_hours in_an_hour
     end_of_day by_monday by_tuesday by_wednesday by_thursday by_friday before_friday frist heute morgen_früh bis_morgen bis_heute bis_mittag bis_montag
     bis_dienstag bis_mittwoch bis_donnerstag bis_freitag in_einer_stunde in_zwei_stunden innerhalb_von_24_stunden aujourd_hui demain ce_soir
     avant_midi avant_vendredi d_ici_demain dans_une_heure dans_deux_heures hoy mañana_mismo para_mañana antes_de_mañana esta_tarde antes_del_viernes
     fecha_límite hoje até_amanhã amanhã prazo esta_tarde até_sexta oggi domani entro_domani entro_oggi entro_venerdì scadenza stasera vandaag
     morgenochtend vóór_morgen voor_morgen deadline_is vanavond`,
  ],
  [
    'asap',
    1,
    `urgent urgently asap as_soon_as_possible immediately immediate emergency right_away right_now critical time_sensitive top_priority high_priority dringend
     sofort sofortig* umgehend schnellstmöglich so_schnell_wie_möglich notfall unverzüglich eilt eilig urgence urgente urgentemente immédiatement
     le_plus_vite_possible au_plus_vite dès_que_possible tout_de_suite inmediatamente lo_antes_posible cuanto_antes emergencia imediatamente
     o_mais_rápido_possível quanto_antes emergência immediatamente il_prima_possibile al_più_presto subito emergenza spoed spoedig onmiddellijk
     zo_snel_mogelijk noodgeval dringende`,
  ],
  [
    'again',
    1,
    `still_waiting third_time second_time fourth_time again_and_again already_written written_several_times several_emails no_reply_yet still_no_answer
     still_not_fixed still_no_response for_weeks for_months immer_noch_nicht immer_noch_keine schon_mehrfach bereits_mehrfach mehrmals zum_dritten_mal zum_zweiten_mal seit_wochen
     noch_keine_antwort toujours_pas déjà_écrit plusieurs_fois troisième_fois sans_réponse sigo_esperando tercera_vez varias_veces sin_respuesta ainda_não terceira_vez
     várias_vezes sem_resposta ancora_nessuna terza_volta più_volte senza_risposta nog_steeds_niet derde_keer meerdere_keren geen_antwoord`,
  ],
  [
    'calm',
    1,
    `not_urgent no_rush no_hurry whenever_you no_immediate when_you_have_time when_you_get_a_chance at_your_convenience low_priority nicht_dringend nicht_eilig
     keine_eile eilt_nicht hat_zeit wenn_sie_zeit_haben bei_gelegenheit pas_urgent rien_d_urgent pas_pressé quand_vous_aurez_le_temps no_es_urgente sin_prisa
     cuando_puedan cuando_pueda não_é_urgente sem_pressa quando_puderem quando_puder non_è_urgente nessuna_fretta senza_fretta con_calma quando_potete niet_dringend
     geen_haast niet_urgent wanneer_het_uitkomt`,
  ],
]);

/** Words that put danger into the past, into practice or into an "if". */
export const notNow = termList<'past' | 'practice' | 'if'>([
  [
    'past',
    1,
    `resolved fixed solved repaired last_year years_ago last_month behoben gelöst repariert letztes_jahr erledigt résolu réparé l_année_dernière resuelto
     reparado el_año_pasado resolvido consertado ano_passado risolto riparato anno_scorso opgelost gerepareerd vorig_jaar`,
  ],
  [
    'practice',
    1,
    `drill fire_alarm_test fire_safety_training training_course exercise fire_extinguisher extinguishers smoke_detector_test safety_inspection brandschutz* probealarm feuerlöscher übung
     brandübung exercice_d_évacuation extincteur* simulacro extintor* simulado esercitazione estintore estintori oefening brandoefening brandblusser*`,
  ],
  [
    'if',
    1,
    `in_case_of what_if how_to_prevent insurance_against policy_on im_falle falls_es was_wäre_wenn en_cas_de en_caso_de em_caso_de in_caso_di in_geval_van`,
  ],
]);
