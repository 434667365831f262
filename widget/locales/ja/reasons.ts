// The sentences of refusals in Japanese.
import type { ReasonTexts } from '../locale.ts';

export const REASONS: ReasonTexts['REASONS'] = {
  // Who is asking
  not_signed_in: '続けるにはサインインしてください。',
  token_invalid: 'このセッションは無効になりました。続けるにはページを再読み込みしてください。',
  not_a_member: 'このワークスペースのメンバーではありません。',
  actor_deactivated:
    'このワークスペースへのアクセスは無効になっています。管理者に再有効化を依頼してください。',

  // Decisions
  not_granted: 'お使いのロールでは、この操作はできません。',
  not_in_policy: 'ここでのユーザー管理には、この操作は含まれていません。',
  is_self: '自分自身に対して、この操作はできません。',
  outranked: 'このユーザーのロールは、あなたが管理できる範囲を超えています。',
  role_not_yours_to_give: 'このロールを付与する権限がありません。',
  role_unknown: 'このロールは存在しません。',
  role_not_assignable: 'このロールはユーザーに付与できません。',
  role_home_only:
    'このロールはすべてのワークスペースで有効になるため、メインのワークスペースでのみ付与できます。',
  role_built_in: '標準のロールは変更できません。複製してから、コピーを変更してください。',
  role_in_use: 'このロールを持つユーザーまたは招待があります。代わりに付与するロールを選択してください。',
  role_name_invalid: '名前は1～50文字で入力してください。制御文字は使えません。',
  role_name_taken: 'この名前のロールはすでにあります。別の名前にしてください。',
  too_many_roles: '独自のロールがすでに100個あります。不要なものを削除してください。',
  capability_unknown: 'ロールに設定できる権限の中に、これはありません。',
  capability_not_held: 'ロールに含められるのは、あなた自身が持っている権限だけです。',
  role_required: 'ロールを選択してください。',
  one_role_only: 'ここでは、1人が持てるロールは1つだけです。',
  last_in_charge: '責任者が少なくとも1人必要です。先に、このロールを別の有効なユーザーに付与してください。',
  already_deactivated: 'このユーザーはすでに無効です。',
  already_active: 'このユーザーはすでに有効です。',
  member_deactivated: 'このユーザーは有効ではありません。先に再有効化してください。',
  people_from_provider: 'ここのユーザーはIDプロバイダーで管理されています。変更はそちらで行ってください。',
  roles_from_provider:
    'このユーザーのロールはIDプロバイダーで管理されています。変更はそちらで行ってください。',
  not_home: 'これは全ワークスペース共通の設定です。メインのワークスペースで変更してください。',
  account_is_shared:
    'このアカウントはほかのワークスペースでも使われています。変更できるのは、直接サインインした本人だけです。',
  role_unchanged: 'このユーザーはすでにこのロールを持っています。',
  workspace_archived: 'このワークスペースはアーカイブされています。変更するには復元してください。',
  workspace_not_archived: '削除する前に、このワークスペースをアーカイブしてください。',

  // Signing in
  sign_in_failed:
    'サインインできませんでした。入力内容を確認するか、サインイン用リンクを受け取ってください。',
  sign_in_link_expired: 'このリンクは期限切れです。新しいリンクを依頼してください。',
  fresh_sign_in_required: '続けるには、ご本人であることを確認してください。',
  password_wrong: '現在のパスワードが正しくありません。',
  password_too_weak: 'このパスワードは、下記の条件をすべては満たしていません。',
  password_common: 'このパスワードは推測されやすいものです。別のパスワードにしてください。',
  password_mismatch: '2つのパスワードが一致しません。',
  password_unchanged: '現在とは異なるパスワードにしてください。',
  password_change_required: '続けるには、新しいパスワードを設定してください。',
  username_invalid:
    'ユーザー名は3～50文字の英数字、ピリオド、ハイフン、アンダースコアで、英字から始めてください。',
  username_locked: '一度設定したユーザー名は変更できません。',
  email_unchanged: 'すでにこのアドレスになっています。',
  account_action_by_host:
    'これはご自身のアカウントに関する操作です。変更するには、直接サインインしてください。',
  setup_closed: 'すでに設定されています。サインインしてください。',
  session_not_found: 'このセッションはすでに終了しています。',

  // Identity providers and settings
  provider_not_found: 'このIDプロバイダーは、現在は設定されていません。',
  too_many_providers: 'IDプロバイダーがすでに50件あります。不要なものを削除してください。',
  provider_unreachable:
    'IDプロバイダーに接続できませんでした。再試行するか、別の方法でサインインしてください。',
  provider_refused: 'IDプロバイダーで本人確認ができませんでした。もう一度お試しください。',
  provider_address_refused: 'このアドレスは使えません。公開されているhttpsのアドレスを入力してください。',
  provider_person_unknown:
    'このサインイン方法はまだ誰にも接続されていません。一度別の方法でサインインし、「アカウント」で接続してください。',
  provider_person_refused: 'この方法ではサインインできません。管理者にお問い合わせください。',
  provider_full: 'このサインイン方法で参加できる人数の上限に達しています。管理者にお問い合わせください。',
  connection_not_found: 'この接続はもう存在しません。',
  connection_is_last: 'これが唯一のサインイン方法です。先に別の方法を追加してください。',
  already_connected: 'このサインイン方法は、すでに別のアカウントに接続されています。',
  domain_not_proved: 'レコードがまだ見つかりません。反映されるまで時間がかかることがあります。',
  too_many_domains: 'ドメインがすでに200件あります。不要なものを削除してください。',
  mail_not_set_up: 'メールサーバーがまだ設定されていません。',
  mail_password_needed:
    'パスワードは、入力したときのメールサーバーとユーザーでのみ使えます。もう一度入力してください。',
  mail_password_unprotected:
    'パスワードを使うには、暗号化された接続が必要です。暗号化を選ぶか、ユーザーを空欄にしてください。',
  mail_not_delivered: 'メールサーバーがテストメールを受け付けませんでした。',
  key_is_shared: 'このキーはほかのワークスペースでも使われているため、全体を管理する場所でのみ変更できます。',

  // Absence
  member_not_found: 'このユーザーはもういません。',
  invitation_not_found: 'この招待はもう存在しません。',
  workspace_not_found: 'このワークスペースは存在しません。',
  host_key_not_found: 'このキーは存在しないか、失効しています。',
  resource_not_found: 'このリソースはもう存在しません。',

  // Invitations and links
  link_invalid: 'このリンクは使えません。新しいリンクを依頼してください。',
  link_expired: 'このリンクは期限切れです。新しい招待を依頼してください。',
  link_used: 'このリンクはすでに使用されています。',
  link_replaced: 'この招待には新しいリンクがあります。最後に受け取ったリンクを使ってください。',
  invitation_revoked: 'この招待は取り消されました。',
  invitation_not_pending: 'この招待は、現在は保留中ではありません。',
  inviter_may_not: '招待した人は、このロールを付与できなくなりました。新しい招待を依頼してください。',
  sign_in_as_invitee:
    'このアドレスのアカウントはすでにあります。サインインしてから、このリンクをもう一度開いてください。',
  signed_in_as_other:
    '別のアドレスでサインインしています。サインアウトしてから、このリンクをもう一度開いてください。',

  // Writes
  changed_meanwhile: 'その間にほかの人が変更しました。現在の内容を表示しています。',
  idempotency_mismatch: 'このリクエストは、すでに別の用途で使われています。',
  already_exists: 'これはすでに存在します。',

  // Access reviews
  review_not_found: 'このレビューはもう存在しません。',
  review_closed: 'このレビューは完了しています。',
  review_open_items:
    'まだ判断されていないユーザーがいます。完了する前に、それぞれ維持するか取り消すかを決めてください。',
  review_not_yours: 'このレビューは、別の人が判断することになっています。',
  review_empty: '対象のユーザーがいません。条件を変えてください。',
  review_too_large: '一度にレビューできるのは10,000人までです。ロールなどで絞り込んでください。',
  review_item_revoked:
    'このユーザーのアクセスはすでに取り消されています。先に「ユーザー」でアクセスを戻してください。',

  // A database that follows the grid
  database_not_managed: 'ここでの設定に連動するものは、ほかにありません。',
  database_unavailable: '現在、応答がありません。しばらくしてからもう一度お試しください。',
  database_table_busy: '使用中だったため、変更しませんでした。しばらくしてからもう一度お試しください。',
  database_refused:
    '変更が拒否されたため、何も変更されていません。理由はアプリケーションの運用担当者が確認できます。',
  database_differs: 'これは、アプリケーションの運用担当者による対応が必要です。',

  // Input and limits
  input_invalid: '正しくない項目があります。入力内容を確認してください。',
  too_many_addresses: '一度に招待できるのは10,000件までです。',
  no_valid_address: '招待できるアドレスがありません。',
  name_invalid: '名前は1～100文字で入力してください。制御文字は使えません。',
  email_taken: 'このメールアドレスのユーザーはすでにいます。',
  username_taken: 'このユーザー名はすでに使われています。別のものにしてください。',
  external_id_differs: 'このユーザーは、ここでは別の外部IDで登録されています。',
  email_not_by_import:
    'インポートではアドレスを変更できません。ユーザーの画面で変更するか、リストからアドレスを外してください。',
  row_repeated: 'このユーザーがリストに複数回含まれています。',
  status_unknown: '「active」または「deactivated」と入力してください。',
  field_required: '必須の項目をすべて入力してください。',
  field_unknown: 'この項目は存在しません。',
  email_invalid: 'メールアドレスを正しく入力してください。',
  rate_limited: '短時間に操作が繰り返されました。しばらくしてからもう一度お試しください。',
  busy: 'サーバーが混み合っています。少し待ってからもう一度お試しください。',
  storage_full:
    'サーバーの空き容量が足りず、保存できませんでした。何も変更されていません。しばらくしてからもう一度お試しください。',
  internal: 'サーバー側で問題が発生しました。何も変更されていません。もう一度お試しください。',
};
