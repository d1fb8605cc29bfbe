-- Gives the longest scenario that waits. Those whose lease has run out wait again: whoever had them is lost.
-- KEYS plan, waiting, weights, leases, holders, losses, done · ARGV filling, holder, lease in ms, days to keep it in ms
-- Returns what came of it ('given', 'wait', 'over' or 'gone'), the scenario, how often it was lost, and how many are done.
if redis.call('HGET', KEYS[1], 'filling') ~= ARGV[1] then
    return { 'gone', '', 0, 0 }
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', string.format('%.0f', now))) do
    redis.call('ZREM', KEYS[4], id)
    redis.call('HDEL', KEYS[5], id)
    redis.call('HINCRBY', KEYS[6], id, 1)
    redis.call('ZADD', KEYS[2], redis.call('HGET', KEYS[3], id), id)
end
local done = redis.call('HLEN', KEYS[7])
local longest = redis.call('ZREVRANGE', KEYS[2], 0, 0)
if #longest == 0 then
    if redis.call('ZCARD', KEYS[4]) > 0 then
        return { 'wait', '', 0, done }
    end
    -- Where scenarios are neither done nor with anybody, a part of the queue was lost.
    return { done >= tonumber(redis.call('HGET', KEYS[1], 'scenarios')) and 'over' or 'gone', '', 0, done }
end
local id = longest[1]
redis.call('ZREM', KEYS[2], id)
redis.call('ZADD', KEYS[4], string.format('%.0f', now + tonumber(ARGV[3])), id)
redis.call('HSET', KEYS[5], id, ARGV[2])
for i = 1, 7 do
    redis.call('PEXPIRE', KEYS[i], ARGV[4])
end
return { 'given', id, tonumber(redis.call('HGET', KEYS[6], id) or '0'), done }
