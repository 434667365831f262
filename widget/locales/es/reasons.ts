// The sentences of refusals in Spanish.
import type { ReasonTexts } from '../locale.ts';

export const REASONS: ReasonTexts['REASONS'] = {
  // Who is asking
  not_signed_in: 'Inicie sesión para continuar.',
  token_invalid: 'Esta sesión ya no es válida. Vuelva a cargar la página para continuar.',
  not_a_member: 'Usted no es miembro de este espacio de trabajo.',
  actor_deactivated:
    'Su acceso a este espacio de trabajo está desactivado. Pida a la administración que lo restablezca.',

  // Decisions
  not_granted: 'Su rol no incluye esto.',
  not_in_policy: 'Esto no forma parte de cómo se gestionan las personas aquí.',
  is_self: 'No puede hacer esto con su propia cuenta.',
  outranked: 'Esta persona tiene un rol que a usted no le corresponde gestionar.',
  role_not_yours_to_give: 'A usted no le corresponde asignar este rol.',
  role_unknown: 'Aquí no existe ese rol.',
  role_not_assignable: 'Este rol no se puede asignar a una persona.',
  role_home_only:
    'Este rol vale en todos los espacios de trabajo, así que solo se asigna en el espacio principal.',
  role_built_in: 'Los roles que vienen con el producto no se modifican. Duplique este y cambie la copia.',
  role_in_use: 'Todavía hay personas o invitaciones con este rol. Elija el que tendrán en su lugar.',
  role_name_invalid: 'Escriba un nombre de 1 a 50 caracteres, sin caracteres de control.',
  role_name_taken: 'Otro rol ya tiene este nombre. Elija otro.',
  too_many_roles: 'Ya hay 100 roles propios. Elimine uno que nadie necesite.',
  capability_unknown: 'Aquí no existe ese permiso para un rol.',
  capability_not_held: 'Un rol solo puede incluir lo que usted también puede hacer.',
  role_required: 'Elija un rol.',
  one_role_only: 'Aquí cada persona tiene exactamente un rol.',
  last_in_charge: 'Alguien tiene que seguir a cargo. Asigne antes este rol a otra persona activa.',
  already_deactivated: 'Esta persona ya está desactivada.',
  already_active: 'Esta persona ya está activa.',
  member_deactivated: 'Esta persona no está activa. Reactívela primero.',
  people_from_provider: 'Aquí las personas vienen de su proveedor de identidad. Haga el cambio allí.',
  roles_from_provider: 'El rol de esta persona viene de su proveedor de identidad. Cámbielo allí.',
  not_home: 'Esto se define para todos los espacios de trabajo a la vez, en el espacio principal.',
  account_is_shared:
    'Esta cuenta también se usa en otros espacios de trabajo. Solo su propia persona puede cambiarla, si inicia sesión directamente.',
  role_unchanged: 'Esta persona ya tiene este rol.',
  workspace_archived: 'Este espacio de trabajo está en el archivo. Restáurelo para hacer cambios.',
  workspace_not_archived: 'Archive este espacio de trabajo antes de eliminarlo.',

  // Signing in
  sign_in_failed: 'No funcionó. Compruebe lo que escribió o pida un enlace de acceso.',
  sign_in_link_expired: 'Este enlace caducó. Pida uno nuevo.',
  fresh_sign_in_required: 'Confirme su identidad para continuar.',
  password_wrong: 'La contraseña actual no es correcta.',
  password_too_weak: 'Esta contraseña no cumple todas las reglas que aparecen abajo.',
  password_common: 'Esta contraseña es de las primeras que se prueban. Elija otra.',
  password_mismatch: 'Las dos contraseñas no coinciden.',
  password_unchanged: 'Elija una contraseña distinta de la actual.',
  password_change_required: 'Elija una contraseña nueva para continuar.',
  username_invalid:
    'Un nombre de usuario tiene de 3 a 50 letras, cifras, puntos, guiones o guiones bajos, y empieza por una letra.',
  username_locked: 'Un nombre de usuario se queda como se eligió al principio.',
  email_unchanged: 'Esa ya es la dirección.',
  account_action_by_host: 'Esto pertenece a su cuenta. Inicie sesión aquí directamente para cambiarlo.',
  setup_closed: 'Esto ya está configurado. Inicie sesión.',
  session_not_found: 'Esta sesión ya terminó.',

  // Identity providers and settings
  provider_not_found: 'Este proveedor de identidad ya no está configurado aquí.',
  too_many_providers: 'Ya hay 50 proveedores de identidad. Quite uno que nadie necesite.',
  provider_unreachable:
    'No se pudo conectar con el proveedor de identidad. Inténtelo de nuevo o inicie sesión de otra forma.',
  provider_refused: 'El proveedor de identidad no confirmó quién es usted. Inténtelo de nuevo.',
  provider_address_refused: 'Esta dirección no se puede usar. Escriba una dirección https pública.',
  provider_person_unknown:
    'Aquí nadie tiene esta identidad conectada todavía. Inicie sesión una vez de otra forma y conéctela en «Su cuenta».',
  provider_person_refused: 'No puede iniciar sesión de esta forma. Consulte a la administración.',
  provider_full: 'Ya no pueden unirse más personas por esta vía. Consulte a la administración.',
  connection_not_found: 'Esta conexión ya no existe.',
  connection_is_last: 'Es su única forma de iniciar sesión. Añada otra antes.',
  already_connected: 'Esta forma de iniciar sesión ya está conectada a otra cuenta.',
  domain_not_proved: 'El registro no se encontró todavía. Puede tardar en ser visible en todas partes.',
  too_many_domains: 'Ya hay 200 dominios. Quite uno que nadie necesite.',
  mail_not_set_up: 'Todavía no hay un servidor de correo configurado.',
  mail_password_needed:
    'Una contraseña vale solo para el servidor de correo y el usuario con los que se guardó. Escríbala de nuevo.',
  mail_password_unprotected:
    'Una contraseña requiere una conexión cifrada. Elija una o deje el usuario vacío.',
  mail_not_delivered: 'El servidor de correo no aceptó el mensaje de prueba.',
  key_is_shared:
    'Esta clave también sirve a otros espacios de trabajo, así que solo se puede cambiar donde se gestionan todos.',

  // Absence
  member_not_found: 'Esta persona ya no está aquí.',
  invitation_not_found: 'Esta invitación ya no existe.',
  workspace_not_found: 'No existe ese espacio de trabajo.',
  host_key_not_found: 'No existe esa clave, o se revocó.',
  resource_not_found: 'Este recurso ya no existe.',

  // Invitations and links
  link_invalid: 'Este enlace no funciona. Pida uno nuevo.',
  link_expired: 'Este enlace caducó. Pida una invitación nueva.',
  link_used: 'Este enlace ya se usó.',
  link_replaced: 'Se creó un enlace más reciente para esta invitación. Use el último que recibió.',
  invitation_revoked: 'Esta invitación se revocó.',
  invitation_not_pending: 'Esta invitación ya no está pendiente.',
  inviter_may_not: 'Quien le invitó ya no puede asignar este rol. Pida una invitación nueva.',
  sign_in_as_invitee: 'Esta dirección ya tiene una cuenta. Inicie sesión y vuelva a abrir este enlace.',
  signed_in_as_other: 'Inició sesión con otra dirección. Cierre la sesión y vuelva a abrir este enlace.',

  // Writes
  changed_meanwhile: 'Alguien cambió esto entretanto. Ahora ve el estado actual.',
  idempotency_mismatch: 'Esta solicitud ya se usó para otra cosa.',
  already_exists: 'Esto ya existe.',

  // Access reviews
  review_not_found: 'Esta revisión ya no existe.',
  review_closed: 'Esta revisión está cerrada.',
  review_open_items:
    'Faltan personas por decidir. Mantenga o retire cada acceso antes de cerrar la revisión.',
  review_not_yours: 'En esta revisión le corresponde decidir a otra persona.',
  review_empty: 'Esta selección no incluye a nadie. Elija otras personas.',
  review_too_large:
    'Se pueden revisar como máximo 10\u00a0000 personas a la vez. Elija menos, por ejemplo por rol.',
  review_item_revoked: 'El acceso de esta persona ya se retiró. Devuélvaselo antes en «Usuarios».',

  // A database that follows the grid
  database_not_managed: 'Nada fuera de este lugar sigue lo que se define aquí.',
  database_unavailable: 'No hay respuesta en este momento. Inténtelo dentro de un rato.',
  database_table_busy: 'Alguien la estaba usando, así que se dejó como estaba. Inténtelo dentro de un rato.',
  database_refused:
    'El cambio se rechazó, así que no se modificó nada. Quien opera la aplicación puede ver por qué.',
  database_differs: 'Esto tiene que resolverlo quien opera la aplicación.',

  // Input and limits
  input_invalid: 'Algún dato no es válido. Compruebe lo que escribió.',
  too_many_addresses: 'Se pueden invitar como máximo 10\u00a0000 direcciones a la vez.',
  no_valid_address: 'No se puede invitar a ninguna de estas direcciones.',
  name_invalid: 'Escriba un nombre de 1 a 100 caracteres, sin caracteres de control.',
  email_taken: 'Ya hay aquí alguien con este correo electrónico.',
  username_taken: 'Alguien ya tiene este nombre de usuario. Elija otro.',
  external_id_differs: 'Esta persona se conoce aquí con otra referencia externa.',
  email_not_by_import:
    'Una importación no cambia direcciones. Cámbiela en la persona o quite la dirección de la lista.',
  row_repeated: 'Esta persona aparece más de una vez en la lista.',
  status_unknown: 'Escriba «active» o «deactivated».',
  field_required: 'Complete todos los campos obligatorios.',
  field_unknown: 'Aquí no existe ese campo.',
  email_invalid: 'Escriba un correo electrónico completo.',
  rate_limited: 'Se hizo demasiadas veces en poco tiempo. Inténtelo más tarde.',
  busy: 'El servidor está ocupado. Inténtelo en un momento.',
  storage_full: 'El servidor no tiene espacio para guardar esto. No se cambió nada. Inténtelo más tarde.',
  internal: 'Algo salió mal de nuestro lado. No se cambió nada. Inténtelo de nuevo.',
};
