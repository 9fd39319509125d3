create table shop_order (
  id uuid primary key,
  shop_id uuid not null,
  shop_reference text not null,
  state text not null check (state in ('received', 'label_bought', 'shipped', 'cancelled')),
  received_at timestamptz not null default now(),
  unique (shop_id, shop_reference)
);

create table order_line (
  order_id uuid not null references shop_order (id) on delete cascade,
  line_number integer not null,
  sku text not null,
  quantity integer not null check (quantity > 0),
  primary key (order_id, line_number)
);

create index shop_order_by_state on shop_order (state, received_at);
