import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import type { createClient } from 'redis';

export interface NewOrder {
  readonly shopId: string;
  readonly shopReference: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

export interface StoredOrder {
  readonly id: string;
  readonly shopId: string;
  readonly shopReference: string;
  readonly state: string;
}

const columns = 'id, shop_id as "shopId", shop_reference as "shopReference", state';
const secondsInCache = 60;

/** Orders in PostgreSQL, with the recently read ones in Redis. */
@Injectable()
export class OrderStore implements OnModuleInit, OnModuleDestroy {
  constructor(
    private readonly pool: Pool,
    private readonly cache: ReturnType<typeof createClient>,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.cache.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.cache.destroy();
    await this.pool.end();
  }

  async add(id: string, order: NewOrder): Promise<{ order: StoredOrder; isNew: boolean }> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const inserted = await client.query<StoredOrder>(
        `insert into shop_order (id, shop_id, shop_reference, state) values ($1, $2, $3, 'received')
         on conflict (shop_id, shop_reference) do nothing returning ${columns}`,
        [id, order.shopId, order.shopReference],
      );
      const added = inserted.rows[0];
      if (added !== undefined)
        for (const [index, line] of order.lines.entries())
          await client.query('insert into order_line (order_id, line_number, sku, quantity) values ($1, $2, $3, $4)', [
            id,
            index + 1,
            line.sku,
            line.quantity,
          ]);
      await client.query('commit');
      if (added !== undefined) return { order: added, isNew: true };
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
    const before = await this.pool.query<StoredOrder>(
      `select ${columns} from shop_order where shop_id = $1 and shop_reference = $2`,
      [order.shopId, order.shopReference],
    );
    return { order: before.rows[0]!, isNew: false };
  }

  async find(id: string): Promise<StoredOrder | undefined> {
    const cached = await this.cache.get(`order:${id}`);
    if (cached !== null) return JSON.parse(cached) as StoredOrder;
    const { rows } = await this.pool.query<StoredOrder>(`select ${columns} from shop_order where id = $1`, [id]);
    if (rows[0] !== undefined)
      await this.cache.set(`order:${id}`, JSON.stringify(rows[0]), {
        expiration: { type: 'EX', value: secondsInCache },
      });
    return rows[0];
  }
}
